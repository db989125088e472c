import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('./', import.meta.url));

/**
 * Bundles one of the programs in this folder, minified, as an application would: without a word about this
 * repository's packages.
 *
 * @param {string} program the file's name
 * @param {import('esbuild').BuildOptions} options
 * @returns {Promise<{ code: string, inputs: string[] }>} the bundle, and the files that it was made of
 */
async function bundle(program, options) {
  const { outputFiles, metafile } = await build({
    entryPoints: [program],
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    legalComments: 'none',
    logLevel: 'silent',
    ...options,
  });
  return { code: outputFiles[0].text, inputs: Object.keys(metafile.inputs) };
}

/** A script for a page or a worker. */
export function browserBundle(program) {
  return bundle(program, { platform: 'browser', format: 'iife', target: 'es2022' });
}

/** One file for Node, of CommonJS, as the host of VS Code's extensions wants it. */
export function nodeBundle(program) {
  return bundle(program, {
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // Looked for when it is needed; without it MNIST comes from a folder. The other draws PNG, which is loaded late.
    // What draws PNG, and what goes through proxies, is loaded when it is needed and may be left out.
    external: ['@tenfold/mnist', 'canvaskit-wasm', 'fast-png', 'jpeg-js', 'undici'],
  });
}

import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { build } from 'esbuild';

// One bundle for the host and one for its worker, the same again for the web, and one a webview.

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  loader: { '.svg': 'dataurl' },
};

await rm(dist, { recursive: true, force: true });
await mkdir(join(dist, 'webviews'), { recursive: true });
await Promise.all([buildDesktop(), buildWeb(), buildWebviews(), copyMnist()]);

/** The extension host's bundle and the worker's, for Node. */
function buildDesktop() {
  return build({
    ...common,
    entryPoints: { extension: 'src/node/extension.ts', 'training-worker': 'src/node/training-worker.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'canvaskit-wasm'],
  });
}

/** The same for a browser. */
function buildWeb() {
  return build({
    ...common,
    entryPoints: { extension: 'src/web/extension.ts', 'training-worker': 'src/web/training-worker.ts' },
    outdir: 'dist/web',
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
  });
}

/** A script and a style sheet for each folder of src/webviews that has an index. */
async function buildWebviews() {
  const folders = await readdir(join(root, 'src/webviews'), { withFileTypes: true });
  const names = folders
    .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
    .map(({ name }) => name);
  await build({
    ...common,
    entryPoints: Object.fromEntries(names.map((name) => [name, `src/webviews/${name}/index.tsx`])),
    outdir: 'dist/webviews',
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
}

/** MNIST's four files, which are read only when somebody asks for MNIST. */
async function copyMnist() {
  const packageJson = createRequire(import.meta.url).resolve('@tenfold/mnist/package.json');
  await cp(join(dirname(packageJson), 'data'), join(dist, 'mnist'), { recursive: true });
}

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { build } from 'esbuild';

/** The extension's folder. */
export const root = join(import.meta.dirname, '..');

/** Where modules are put to be imported; git does not see it. */
const folder = join(root, '.cache', 'sources');

/**
 * Imports a TypeScript module of the extension that needs neither VS Code nor a document.
 *
 * @param {string} path from the extension's folder: "src/protocol/channel.ts"
 * @returns {Promise<Record<string, any>>}
 */
export async function importSource(path) {
  await mkdir(folder, { recursive: true });
  const outfile = join(folder, `${path.replaceAll(/[^\w]+/g, '-')}-${process.pid}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [path],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile, { force: true });
  }
}

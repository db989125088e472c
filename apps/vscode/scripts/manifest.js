import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { build } from 'esbuild';

// Writes into package.json what of it comes from the descriptions of the classifiers: the properties of tasks.

const root = join(import.meta.dirname, '..');
const manifestFile = join(root, 'package.json');

const { taskProperties } = await importSource('src/host/tasks/task-properties.ts');
const manifest = JSON.parse(await readFile(manifestFile, 'utf8'));
const [task] = manifest.contributes.taskDefinitions;
const { dataset, target, testSize, randomState, stratify } = task.properties;
task.properties = { dataset, target, ...taskProperties(), testSize, randomState, stratify };
await writeFile(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);

/** Imports a module of TypeScript that does not need VS Code. */
async function importSource(path) {
  const folder = join(root, '.cache');
  const outfile = join(folder, `manifest-${process.pid}.mjs`);
  await mkdir(folder, { recursive: true });
  try {
    await build({
      absWorkingDir: root,
      entryPoints: [path],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile, { force: true });
  }
}

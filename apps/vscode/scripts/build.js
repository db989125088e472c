import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { build } from 'esbuild';

import { importSource, root } from './import-source.js';
import { collectTexts } from './l10n.js';
import { thirdPartyNotices } from './third-party-notices.js';

// One bundle for the host and its worker, the same again for the web, and a module a webview with what several share.

const dist = join(root, 'dist');
/** `pnpm dev` asks for what a debugger can read. */
const isDevelopment = process.env.TENFOLD_DEV === '1';

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  metafile: true,
  minify: !isDevelopment,
  sourcemap: isDevelopment,
  legalComments: 'none',
  logLevel: 'warning',
  loader: { '.svg': 'dataurl' },
  alias: { 'ml-matrix': sourcesOfMlMatrix() },
};

await rm(dist, { recursive: true, force: true });
await mkdir(join(dist, 'webviews'), { recursive: true });
const builds = await Promise.all([buildDesktop(), buildWeb(), buildWebviews(), buildNotebook()]);
await Promise.all([copyMnist(), writeTexts(), writeSchemas()]);
await writeFile(
  join(dist, 'THIRD-PARTY-NOTICES.txt'),
  await thirdPartyNotices(
    root,
    builds.map(({ metafile }) => metafile),
  ),
);

/** For Node: the bundle, and the worker's program, which starts the other half of it. */
async function buildDesktop() {
  await writeFile(join(dist, 'training-worker.cjs'), "require('./extension.cjs').work();\n");
  return build({
    ...common,
    entryPoints: { extension: 'src/node/main.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    alias: { ...common.alias, ...browserEntries('datasets', 'runs', 'visualization') },
  });
}

/** Its main entry is one CommonJS file, which is bundled whole, with decompositions that nobody here asks for. */
function sourcesOfMlMatrix() {
  const linalg = createRequire(import.meta.url).resolve('@tenfold/linalg/package.json');
  return join(dirname(createRequire(linalg).resolve('ml-matrix')), 'src', 'index.js');
}

/** Files are read and written through the window: of these packages nothing is needed that is for Node alone. */
function browserEntries(...names) {
  const { resolve } = createRequire(import.meta.url);
  return Object.fromEntries(
    names.map((name) => {
      const folder = dirname(resolve(`@tenfold/${name}/package.json`));
      return [`@tenfold/${name}`, join(folder, 'dist', 'browser.js')];
    }),
  );
}

/** For a browser, the same; the worker's program is made of it when it is started. */
function buildWeb() {
  return build({
    ...common,
    entryPoints: { extension: 'src/web/main.ts' },
    outdir: 'dist/web',
    // The package is one of modules, and the web's extension host loads none.
    outExtension: { '.js': '.cjs' },
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
  });
}

/** A module and a style sheet for each folder of src/webviews that has an index; modules import what several need. */
async function buildWebviews() {
  const folders = await readdir(join(root, 'src/webviews'), { withFileTypes: true });
  const names = folders
    .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
    .map(({ name }) => name);
  return build({
    ...common,
    entryPoints: Object.fromEntries(names.map((name) => [name, `src/webviews/${name}/index.tsx`])),
    outdir: 'dist/webviews',
    chunkNames: 'shared/[hash]',
    platform: 'browser',
    format: 'esm',
    splitting: true,
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
}

/** The notebook renderer: a module that VS Code imports, with its style sheets inside as text. */
function buildNotebook() {
  return build({
    ...common,
    entryPoints: { 'notebook-renderer': 'src/notebook/index.tsx' },
    outdir: 'dist',
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    loader: { '.css': 'text' },
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
}

/** MNIST's four files, which are read only when somebody asks for MNIST, and their licence. */
async function copyMnist() {
  const mnist = dirname(createRequire(import.meta.url).resolve('@tenfold/mnist/package.json'));
  await cp(join(mnist, 'data'), join(dist, 'mnist'), { recursive: true });
  await cp(join(mnist, 'LICENSE-DATA.md'), join(dist, 'mnist', 'LICENSE-DATA.md'));
}

/** The texts of the sources, from which translations are made. */
async function writeTexts() {
  const texts = JSON.stringify(await collectTexts(), null, 2);
  await mkdir(join(root, 'l10n'), { recursive: true });
  await writeFile(join(root, 'l10n', 'bundle.l10n.json'), `${texts}\n`);
}

/** What the window's editor of tasks.json knows of the estimators, from their descriptions. */
async function writeSchemas() {
  const { tasksSchema, workspaceSchema } = await importSource('src/host/tasks/task-schema.ts');
  await writeFile(join(dist, 'tasks.schema.json'), JSON.stringify(tasksSchema(), null, 2));
  await writeFile(join(dist, 'workspace.schema.json'), JSON.stringify(workspaceSchema(), null, 2));
}

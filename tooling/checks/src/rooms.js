import { readFileSync } from 'node:fs';

import { hostRules } from './host-rooms.js';

const catalogue = JSON.parse(
  readFileSync(new URL('../../../packages/catalogue/package.json', import.meta.url), 'utf8'),
);

/** Packages that name no estimator. */
const general = [
  'core',
  'files',
  'random',
  'arrays',
  'linalg',
  'solvers',
  'metrics',
  'base',
  'models',
  'model-selection',
  'datasets',
  'visualization',
];

/** What every package of estimators may import. */
const forEstimators = ['base', 'core', 'linalg', 'random', 'solvers'];

/** Packages of estimators, those that the catalogue declares: only it, the umbrella and apps name them. */
export const estimatorPackages = Object.keys(catalogue.dependencies)
  .map((name) => name.replace('@tenfold/', ''))
  .filter((name) => !forEstimators.includes(name));

/**
 * Which room may import which packages, as ARCHITECTURE.md says. A key is a room's folder; its values are the names of
 * folders in `packages`.
 *
 * @type {Record<string, string[]>}
 */
export const rooms = {
  'packages/core': [],
  'packages/files': ['core'],
  'packages/random': ['core'],
  'packages/arrays': ['core'],
  'packages/linalg': ['core'],
  'packages/solvers': ['core', 'linalg', 'random'],
  'packages/metrics': ['core', 'linalg'],
  'packages/base': ['core', 'linalg', 'metrics'],
  ...Object.fromEntries(estimatorPackages.map((name) => [`packages/${name}`, forEstimators])),
  'packages/linear-model': [...forEstimators, 'metrics', 'model-selection'],
  'packages/catalogue': ['base', 'core', ...estimatorPackages],
  'packages/models': ['base', 'core', 'files'],
  'packages/model-selection': ['core', 'linalg', 'random'],
  'packages/mnist': ['core', 'linalg'],
  'packages/datasets': ['core', 'files', 'linalg', 'arrays', 'mnist'],
  'packages/visualization': ['core', 'files', 'linalg'],
  'packages/runs': [...general, 'pipeline', 'catalogue'],
  'packages/tenfold': [...general, ...estimatorPackages, 'catalogue', 'runs'],
  'apps/cli': ['tenfold', 'base', 'catalogue', 'core', 'files', 'runs', 'mnist'],
  'apps/vscode': [...general, ...estimatorPackages, 'catalogue', 'tenfold', 'runs', 'mnist'],
};

/** The rules of the house for dependency-cruiser. */
export function importRules() {
  return [...Object.entries(rooms).map(directionRule), ...houseRules, ...hostRules()];
}

function directionRule([room, allowed]) {
  const own = escape(room);
  const open = allowed.map((name) => `packages/${escape(name)}/dist/`).join('|');
  return {
    name: `direction: ${room}`,
    comment: `${room} may import only ${allowed.join(', ') || 'nothing of the house'}, by package name`,
    severity: 'error',
    from: { path: `^${own}/` },
    to: { path: '^(packages|apps)/', pathNot: `^(${[`${own}/`, open].filter(Boolean).join('|')})` },
  };
}

/** Modules that the program which runs the code brings along. */
const PROVIDED = '^vscode$';

const houseRules = [
  {
    name: 'no-cycles',
    comment: 'files that import each other cannot be understood or loaded apart',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'node-at-the-edge',
    comment: 'node:* only under src/node/ of a package, so that the numerical core runs in a browser too',
    severity: 'error',
    from: { path: '^packages/[^/]+/src/', pathNot: '^packages/[^/]+/src/node/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'files-at-the-edge',
    comment: '@tenfold/files needs a file system, so that what uses it is under src/node/ too',
    severity: 'error',
    from: { path: '^packages/[^/]+/src/', pathNot: '^packages/([^/]+/src/node|files/src)/' },
    to: { path: '^packages/files/' },
  },
  {
    name: 'sides-of-the-extension',
    comment:
      'webviews, worker and host know each other by the protocol alone, and share the pure code of model',
    severity: 'error',
    from: { path: '^apps/vscode/src/(webviews|worker|host|protocol)/' },
    to: { path: '^apps/vscode/src/', pathNot: '^apps/vscode/src/($1|protocol|model)/' },
  },
  {
    name: 'notebook-renderer',
    comment: 'an output of a notebook is made of what webviews share',
    severity: 'error',
    from: { path: '^apps/vscode/src/notebook/' },
    to: { path: '^apps/vscode/src/', pathNot: '^apps/vscode/src/(notebook|protocol|webviews/shared)/' },
  },
  {
    name: 'declared-dependencies',
    comment: 'a package that is not in package.json is missing for whoever installs it alone',
    severity: 'error',
    from: { path: '^(packages|apps)/[^/]+/src/' },
    to: { dependencyTypes: ['npm-no-pkg', 'unknown'], pathNot: PROVIDED },
  },
  {
    name: 'resolvable',
    comment: 'an import that leads nowhere',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: PROVIDED },
  },
];

function escape(text) {
  return text.replace(/[-.]/g, '\\$&');
}

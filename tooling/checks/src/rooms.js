/**
 * Which room may import which, as ARCHITECTURE.md says. `packages` and `apps` name their folders.
 *
 * @type {Record<string, string[]>}
 */
const core = [
  'errors',
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

/** Packages of estimators: only the catalogue, the umbrella and apps name them. */
const estimators = ['linear-model', 'naive-bayes', 'neighbors', 'pipeline', 'preprocessing'];

export const rooms = {
  'packages/errors': [],
  'packages/files': ['errors'],
  'packages/random': ['errors'],
  'packages/arrays': ['errors'],
  'packages/linalg': ['errors'],
  'packages/solvers': ['errors', 'linalg', 'random'],
  'packages/metrics': ['errors', 'linalg'],
  'packages/base': ['errors', 'linalg', 'metrics'],
  'packages/linear-model': ['base', 'errors', 'linalg', 'random', 'solvers'],
  'packages/neighbors': ['base', 'errors', 'linalg'],
  'packages/naive-bayes': ['base', 'errors', 'linalg'],
  'packages/preprocessing': ['base', 'errors', 'linalg'],
  'packages/pipeline': ['base', 'errors', 'linalg'],
  'packages/catalogue': ['base', 'errors', ...estimators],
  'packages/models': ['base', 'errors', 'files'],
  'packages/model-selection': ['errors', 'linalg', 'random'],
  'packages/mnist': ['errors', 'linalg'],
  'packages/datasets': ['errors', 'files', 'linalg', 'arrays', 'mnist'],
  'packages/visualization': ['errors', 'files', 'linalg'],
  'packages/runs': [...core, 'catalogue'],
  'packages/tenfold': [...core, ...estimators, 'catalogue', 'runs'],
  'apps/cli': ['tenfold', 'base', 'catalogue', 'errors', 'files', 'runs', 'mnist'],
  'apps/vscode': [...core, ...estimators, 'catalogue', 'tenfold', 'runs', 'mnist'],
};

/** The rules of the house for dependency-cruiser. */
export function importRules() {
  return [...Object.entries(rooms).map(directionRule), ...houseRules];
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

const root = 'apps/vscode/src/host';

/**
 * Which folder of the extension's host may import which others, as ARCHITECTURE.md says. Only `activate.ts` and `commands`
 * see everything.
 *
 * @type {Record<string, string[]>}
 */
export const hostRooms = {
  files: [],
  shared: ['files'],
  worker: ['files', 'shared'],
  webview: ['files', 'shared'],
  runs: ['files', 'shared', 'worker'],
  models: ['files', 'shared', 'worker', 'runs'],
  training: ['files', 'shared', 'worker', 'runs'],
  tasks: ['files', 'shared', 'worker', 'runs', 'training'],
  views: ['files', 'shared', 'runs'],
  predict: ['files', 'shared', 'worker', 'models'],
  export: ['files', 'shared', 'webview', 'runs', 'models', 'training'],
  editors: ['files', 'shared', 'webview', 'runs', 'models'],
  panels: ['files', 'shared', 'worker', 'webview', 'runs', 'models', 'training'],
  commands: [
    'services.ts',
    ...['files', 'shared', 'worker', 'webview', 'runs', 'models', 'training'],
    ...['views', 'predict', 'export', 'editors', 'panels'],
  ],
};

/** The rules of the host's folders for dependency-cruiser, and one for a folder that `hostRooms` does not name. */
export function hostRules() {
  return [...Object.entries(hostRooms).map(hostRule), unnamedRule];
}

function hostRule([room, allowed]) {
  return {
    name: `host: ${room}`,
    comment: `src/host/${room} may import only ${allowed.join(', ') || 'no other folder'} of src/host`,
    severity: 'error',
    from: { path: `^${root}/${room}/` },
    to: { path: `^${root}/`, pathNot: `^${root}/(${[room, ...allowed].map(escape).join('|')})(/|$)` },
  };
}

const unnamedRule = {
  name: 'host: unnamed folder',
  comment: 'each folder of src/host has its line in host-rooms.js',
  severity: 'error',
  from: {
    path: `^${root}/[^/]+/`,
    pathNot: `^${root}/(${Object.keys(hostRooms).join('|')})/`,
  },
  to: {},
};

function escape(text) {
  return text.replaceAll('.', '\\.');
}

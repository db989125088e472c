import { writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

import { cached } from './cache.js';
import { CannotSetUp } from './cannot-set-up.js';
import { runProgram } from './run-program.js';

const versions = { 'code-server': '4.139.1', node: '24', 'node-gyp': '13' };
const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

// The server starts without the others, which it loads only for terminals, agents or Windows; several of them
// come compiled anyway. Without spdlog no extension starts.
const nativeModules = ['@vscode/spdlog', '@vscode/native-watchdog'];

/**
 * Brings the workbench: code-server (the whole of VS Code and its extension host, to be used from a browser) and the
 * Node that it wants, all from npm. Takes about a minute the first time; later the same folder is found.
 *
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<{ node: string, entry: string }>} the Node to run and the script to run with it
 * @throws {CannotSetUp} where there is no such Node, no npm, no network or no compiler
 */
export async function prepareWorkbench({ log = () => {} } = {}) {
  const platform = `${process.platform}-${process.arch}`;
  if (!platforms.includes(platform)) {
    throw new CannotSetUp(`the workbench runs on ${platforms.join(', ')}, and this is ${platform}`);
  }
  const key = `${versions['code-server']}-node-${versions.node}-${platform}`;
  const folder = await cached(key, (draft) => fill(draft, platform, log)).catch((error) => {
    throw new CannotSetUp(`the workbench could not be installed: ${error.message}`, { cause: error });
  });
  const { node, server } = places(folder, platform);
  return { node: join(node, 'bin', 'node'), entry: join(server, 'out', 'node', 'entry.js') };
}

function places(folder, platform) {
  const modules = join(folder, 'node_modules');
  return {
    node: join(modules, `node-${platform}`),
    server: join(modules, 'code-server'),
    gyp: join(modules, 'node-gyp', 'bin', 'node-gyp.js'),
  };
}

async function fill(folder, platform, log) {
  log('installing the workbench (once, about a minute)');
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await npmInstall(folder, [
    `code-server@${versions['code-server']}`,
    `node-${platform}@${versions.node}`,
    `node-gyp@${versions['node-gyp']}`,
  ]);
  const { node, server, gyp } = places(folder, platform);
  const workbench = join(server, 'lib', 'vscode');
  await npmInstall(workbench, ['--omit=dev']);
  for (const name of nativeModules) {
    log(`compiling ${name}`);
    await compile(join(workbench, 'node_modules', name), node, gyp);
  }
  return { ...versions, platform, nativeModules };
}

function npmInstall(cwd, args) {
  return runProgram('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...args], { cwd });
}

function compile(cwd, nodeFolder, gyp) {
  const bin = join(nodeFolder, 'bin');
  return runProgram(join(bin, 'node'), [gyp, 'rebuild', `--nodedir=${nodeFolder}`, '--jobs=max'], {
    cwd,
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
  });
}

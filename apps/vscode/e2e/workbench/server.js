import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { runProgram } from './run-program.js';

const ready = /listening on (http:\/\/\S+)/;
const startLimit = 60_000;

/**
 * @typedef {object} Server
 * @property {string} url
 * @property {number} pid of the server, which is also its process group's
 * @property {() => Promise<void>} close kills the server and every process below it
 */

/**
 * Starts the server of a workbench on a port that the system chooses, at home in a folder of its own.
 *
 * @param {{ node: string, entry: string }} program from {@link prepareWorkbench}
 * @param {string} folder where its settings, extensions, logs and home are
 * @param {{ extensions?: string[], workspaceTrust?: boolean, log?: (text: string) => void }} [options] `extensions`: to be
 *   installed first; `workspaceTrust`: whether the workbench asks to trust the folder (default: false)
 * @returns {Promise<Server>}
 */
export async function startServer(
  { node, entry },
  folder,
  { extensions = [], workspaceTrust = false, log = () => {} } = {},
) {
  const env = environment(folder);
  const places = ['--user-data-dir', join(folder, 'user'), '--extensions-dir', join(folder, 'extensions')];
  const install = extensions.flatMap((vsix) => ['--install-extension', vsix]);
  if (install.length > 0) await runProgram(node, [entry, ...places, ...install], { env });
  const child = spawn(node, [entry, ...places, ...flags(folder, workspaceTrust)], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const killAtExit = () => killGroup(child.pid);
  process.prependListener('exit', killAtExit);
  const close = async () => {
    killGroup(child.pid);
    await ended;
    process.off('exit', killAtExit);
  };
  try {
    return { url: await address(child, log), pid: child.pid, close };
  } catch (error) {
    await close();
    throw error;
  }
}

// The idle timeout is the last resort: it ends a server whose runner was killed.
function flags(folder, workspaceTrust) {
  return [
    ...['--auth', 'none', '--bind-addr', '127.0.0.1:0', '--session-socket', join(folder, 'session.sock')],
    ...['--disable-telemetry', '--disable-update-check', '--disable-proxy'],
    ...['--disable-getting-started-override', '--idle-timeout-seconds', '300'],
    ...(workspaceTrust ? [] : ['--disable-workspace-trust']),
  ];
}

/** Nothing of the user's: no configuration, no caches and no proxies. */
function environment(folder) {
  return { PATH: process.env.PATH, LANG: 'C.UTF-8', TZ: 'UTC', HOME: join(folder, 'home'), TMPDIR: folder };
}

function address(child, log) {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('the server did not start in a minute')), startLimit).unref();
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        log(String(chunk).trimEnd());
        const [, url] = ready.exec(String(chunk)) ?? [];
        if (url !== undefined) resolve(url);
      });
    }
  });
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

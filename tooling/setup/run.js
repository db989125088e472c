import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const environment = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', NPM_CONFIG_UPDATE_NOTIFIER: 'false' };

/**
 * Runs a command in the repository's root with its output shown.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ pathFirst?: string, env?: NodeJS.ProcessEnv }} [options] `pathFirst`: a folder to put first on PATH
 * @returns {number} its exit code
 */
export function run(command, args, { pathFirst, env = {} } = {}) {
  const path = pathFirst === undefined ? {} : { PATH: `${pathFirst}${delimiter}${process.env.PATH}` };
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...environment, ...env, ...path },
  });
  if (error) throw error;
  return status ?? 1;
}

/** Runs the pinned pnpm, which npx brings when it is not there, and puts on the path of whatever pnpm starts. */
export function pnpm(args, options) {
  return run('npx', ['--yes', packageManager, ...args], options);
}

/** Runs turbo out of the installed workspace. It calls pnpm by name, and so has to be started by it. */
export function turbo(args, options) {
  return pnpm(['exec', 'turbo', 'run', '--output-logs=errors-only', ...args], options);
}

/** Ends the process with the exit code of a step that failed. */
export function must(step, code) {
  if (code === 0) return;
  console.error(`\n${step} failed (exit code ${code}).`);
  process.exit(code);
}

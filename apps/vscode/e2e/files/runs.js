import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { waitFor } from '../workbench/drive.js';

/** A workspace's folder of runs. */
export function runsFolder(workspace) {
  return join(workspace, '.tenfold/runs');
}

/** The names of the runs that are written, without those being written. */
export async function runNames(workspace) {
  const names = await readdir(runsFolder(workspace)).catch(() => []);
  return names.filter((name) => !name.startsWith('.'));
}

/**
 * Waits for a run.
 *
 * @param {string} workspace
 * @param {(name: string) => boolean} which of them
 * @param {number} [timeout] ms
 * @returns {Promise<{ folder: string, metrics: any }>}
 */
export async function waitForRun(workspace, which, timeout) {
  const name = await waitFor('a run', async () => (await runNames(workspace)).find(which), timeout);
  const folder = join(runsFolder(workspace), name);
  return { folder, metrics: JSON.parse(await readFile(join(folder, 'metrics.json'), 'utf8')) };
}

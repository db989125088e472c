import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';

import { expect } from '@jest/globals';

import { fetchMnist, type FetchMnistOptions } from '../../src/index.js';
import { original, quickFolderWithout } from './files.js';
import { type Answer, mirror } from './mirror.js';

/** Options that lose no time, and leave the installed package out. */
export const quick: FetchMnistOptions = { usePackage: false, retryDelay: 1, stallTimeout: 10_000 };

/** Waits for something that should come soon; a wait without end would keep the test run from ending. */
export async function until(happened: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await happened()); waited += 10) {
    if (waited > 20_000) throw new Error('it did not happen');
    await sleep(10);
  }
}

/** Downloads one file into a folder that has the others. */
export async function fetchOne(name: string, answers: Answer[], options: FetchMnistOptions = {}) {
  const dataHome = await quickFolderWithout(name);
  const { url, seen } = await mirror(...answers);
  const folder = join(dataHome, 'mnist');
  const fetching = fetchMnist({ ...quick, dataHome, mirrors: [url], ...options });
  return { dataHome, folder, url, seen, fetching, target: join(folder, `${name}.gz`) };
}

/** Expects a file to hold what the original does, and its folder nothing else. */
export async function expectOriginal(path: string, name: string) {
  expect(gunzipSync(await readFile(path)).equals(gunzipSync(await original(name)))).toBe(true);
  expect(await readdir(join(path, '..'))).toEqual([`${name}.gz`]);
}

import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import envPaths from 'env-paths';

const stamp = 'complete.json';

/** The folder of everything that is set up once and used again, outside the workspace. */
export const cacheFolder = join(envPaths('tenfold', { suffix: '' }).cache, 'vscode-e2e');

/**
 * A folder that is made once. It is filled under another name, stamped and then renamed, so that whoever finds it
 * finds it complete: after an interruption, and when two set-ups run at the same time.
 *
 * @param {string} key the folder's name; it holds every version that what is inside depends on
 * @param {(folder: string) => Promise<object>} fill fills an empty folder and returns what to write into its stamp
 * @returns {Promise<string>} the complete folder
 */
export async function cached(key, fill) {
  const folder = join(cacheFolder, key);
  if (existsSync(join(folder, stamp))) return folder;
  await removeAbandoned(key);
  const draft = `${folder}.draft-${process.pid}`;
  try {
    await mkdir(draft, { recursive: true });
    const content = await fill(draft);
    await writeFile(join(draft, stamp), `${JSON.stringify(content, null, 2)}\n`);
    await renameUnlessThere(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}

async function renameUnlessThere(draft, folder) {
  try {
    await rename(draft, folder);
  } catch (error) {
    if (!existsSync(join(folder, stamp))) throw error;
  }
}

/** Removes the drafts of set-ups that were killed. */
async function removeAbandoned(key) {
  await mkdir(cacheFolder, { recursive: true });
  const prefix = `${key}.draft-`;
  const drafts = (await readdir(cacheFolder)).filter((name) => name.startsWith(prefix));
  const abandoned = drafts.filter((name) => !isRunning(Number(name.slice(prefix.length))));
  await Promise.all(abandoned.map((name) => rm(join(cacheFolder, name), { recursive: true, force: true })));
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

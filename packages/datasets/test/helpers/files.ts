import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { afterAll, afterEach } from '@jest/globals';

/** The four original files, gzipped, of the package @tenfold/mnist. */
export const originals = join(
  dirname(createRequire(import.meta.url).resolve('@tenfold/mnist/package.json')),
  'data',
);

export const names = {
  trainImages: 'train-images-idx3-ubyte',
  trainLabels: 'train-labels-idx1-ubyte',
  testImages: 't10k-images-idx3-ubyte',
  testLabels: 't10k-labels-idx1-ubyte',
} as const;

/** The bytes of one of them, as it is published. */
export function original(name: string): Promise<Buffer> {
  return readFile(join(originals, `${name}.gz`));
}

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** An empty folder that is removed after the test. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tenfold-datasets-'));
  folders.push(folder);
  return folder;
}

/** A folder with the originals in it, except some. */
export async function folderWithout(...missing: string[]): Promise<string> {
  const folder = await emptyFolder();
  for (const name of Object.values(names)) {
    if (!missing.includes(name)) await symlink(join(originals, `${name}.gz`), join(folder, `${name}.gz`));
  }
  return folder;
}

let ownUnpacked: string | undefined;
afterAll(async () => {
  if (ownUnpacked !== undefined) await rm(ownUnpacked, { recursive: true, force: true });
});

/**
 * As `folderWithout`, but the training images are there unpacked, once for all tests of a file: unpacking them takes longer
 * than everything else that is done to read the four files.
 */
export async function quickFolderWithout(...missing: string[]): Promise<string> {
  const { trainImages } = names;
  const folder = await folderWithout(trainImages, ...missing);
  if (ownUnpacked === undefined) {
    ownUnpacked = await mkdtemp(join(tmpdir(), 'tenfold-datasets-'));
    await writeFile(join(ownUnpacked, trainImages), gunzipSync(await original(trainImages)));
  }
  await symlink(join(ownUnpacked, trainImages), join(folder, trainImages));
  return folder;
}

/** A file in a folder of its own. */
export async function fileWith(content: string | Uint8Array, name = 'file'): Promise<string> {
  const path = join(await emptyFolder(), name);
  await writeFile(path, content);
  return path;
}

/** What a promise was rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('it was not rejected');
    },
    (error: unknown) => error,
  );
}

/** What a function throws. */
export function thrown(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('it did not throw');
}

import { type FileHandle, open } from 'node:fs/promises';

import { errorCode } from '@tenfold/core';

/** Error codes that mean that the operation is not supported, for this kind of file or for this user. */
const UNSUPPORTED: readonly (string | undefined)[] = [
  'EACCES',
  'EBADF',
  'EINVAL',
  'EISDIR',
  'ENOSYS',
  'ENOTSUP',
  'EPERM',
];

/** Flushes a file's bytes to the disk, where its file system supports that. */
export async function syncFile(file: Pick<FileHandle, 'sync'>): Promise<void> {
  await whereSupported(() => file.sync());
}

/**
 * Has a folder's names written to the disk itself, where the platform knows how: without it a crash may undo a
 * rename.
 *
 * @throws a system error when the disk fails
 */
export async function syncFolder(folder: string): Promise<void> {
  await whereSupported(async () => {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  });
}

/** Runs what not every file system supports; an error that says so is ignored. */
export async function whereSupported(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (!UNSUPPORTED.includes(errorCode(error))) throw error;
  }
}

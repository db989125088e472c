import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { syncFile, syncFolder, whereSupported } from './sync.js';
import { withTemporary } from './temporary.js';
import { shortWrite, writeAll } from './write-all.js';

/** Bits of a mode that say who may read, write and execute. */
const PERMISSIONS = 0o777;

/**
 * Writes a file beside its place, has it written to the disk and gives it its name: at every moment the old file or
 * the new one is there, whole.
 *
 * @param path the file's place, which is no symbolic link
 * @param old the file that is there: the new one gets its permissions and, where this user may do that, its owner
 * @param chunks its bytes
 * @param signal stops it until the file has its name
 */
export async function replaceFile(
  path: string,
  old: Stats | undefined,
  chunks: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<void> {
  const folder = dirname(path);
  // As short as it can be: the file's own name may have the greatest length there is.
  const temporary = join(folder, `.${randomUUID().slice(0, 13)}.tmp`);
  await withTemporary(temporary, async () => {
    await writeNewFile(temporary, chunks, { old, signal });
    await rename(temporary, path);
  });
  await syncFolder(folder);
}

/** How a new file is written. */
export interface NewFileOptions {
  /** Whose permissions and owner it gets. */
  readonly old?: Stats | undefined;
  /** Stops it. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes a file that is not there yet and has it written to the disk.
 *
 * @throws a system error; its code is SHORT_WRITE when it has another size than what was written to it
 */
export async function writeNewFile(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  { old, signal }: NewFileOptions = {},
): Promise<void> {
  const file = await open(path, 'wx', old === undefined ? undefined : old.mode & PERMISSIONS);
  try {
    await fill(file, chunks, signal);
    if (old !== undefined) await makeLike(file, old);
    await syncFile(file);
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
  // Some network file systems report a failed write only here.
  await file.close();
  signal?.throwIfAborted();
}

async function fill(
  file: FileHandle,
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<void> {
  let size = 0;
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    await writeAll(file, chunk, size);
    size += chunk.length;
  }
  if ((await file.stat()).size !== size) throw shortWrite();
}

async function makeLike(file: FileHandle, old: Stats): Promise<void> {
  const made = await file.stat();
  if (made.uid !== old.uid || made.gid !== old.gid) {
    await whereSupported(() => file.chown(old.uid, old.gid));
  }
  // After the owner, whose change may take permissions away.
  if ((made.mode & PERMISSIONS) !== (old.mode & PERMISSIONS)) {
    await whereSupported(() => file.chmod(old.mode & PERMISSIONS));
  }
}

import { OutsideError } from '@tenfold/core';

/** What of a file system bytes are written and checked by; `vscode.workspace.fs` is one. `U` is how it calls files. */
export interface CheckedFileSystem<U> {
  writeFile(file: U, content: Uint8Array): PromiseLike<void>;
  stat(file: U): PromiseLike<{ readonly size: number }>;
  readFile(file: U): PromiseLike<Uint8Array>;
}

/** What a file is put in its place by. */
export interface ReplacingFileSystem<U> extends CheckedFileSystem<U> {
  rename(from: U, to: U, options: { overwrite: boolean }): PromiseLike<void>;
  delete(entry: U, options: { recursive: boolean }): PromiseLike<void>;
}

/** A file system reported no failure and kept another number of bytes than was written. */
export class ShortFileError extends OutsideError {
  /**
   * @param expected bytes written
   * @param received bytes kept
   */
  constructor(
    readonly expected: number,
    readonly received: number,
  ) {
    super(
      `only ${received} of ${expected} bytes were kept: the disk may be full; the file was not put in its place`,
    );
  }
}

/**
 * Writes a file and looks whether all of it is there: file systems in the manner of VS Code's have come up short without
 * an error.
 *
 * @throws ShortFileError when it is not; whatever the file system throws
 */
export async function writeChecked<U>(fs: CheckedFileSystem<U>, file: U, content: Uint8Array): Promise<void> {
  await fs.writeFile(file, content);
  if ((await fs.stat(file)).size === content.length) return;
  // Providers exist that know no size before a file is read.
  const received = (await fs.readFile(file)).length;
  if (received !== content.length) throw new ShortFileError(content.length, received);
}

/**
 * Writes a file beside its place, checks it and puts it there: at every moment the old file or the new one is whole.
 *
 * @param fs the file system
 * @param to its place
 * @param beside its temporary name; nothing is left under it
 * @param content its bytes
 * @throws ShortFileError when not all was kept; whatever the file system throws
 */
export async function replaceChecked<U>(
  fs: ReplacingFileSystem<U>,
  to: U,
  beside: U,
  content: Uint8Array,
): Promise<void> {
  try {
    await writeChecked(fs, beside, content);
    await fs.rename(beside, to, { overwrite: true });
  } catch (error) {
    await fs.delete(beside, { recursive: false }).then(undefined, () => undefined);
    throw error;
  }
}

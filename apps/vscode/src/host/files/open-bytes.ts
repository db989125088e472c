import { bytesSource, type ByteSource } from '@tenfold/arrays';
import { InputError } from '@tenfold/core';
import * as vscode from 'vscode';

/** A file that is read by ranges until it is closed. */
export interface OpenFile extends ByteSource {
  close(): Promise<void>;
}

/** Files that cannot be read by ranges are held in memory, up to this size. */
const MOST_BYTES = 256 * 2 ** 20;

/**
 * Opens a file of any file system that the window knows: as a whole, since these know no ranges.
 *
 * @throws InputError when it is larger than may be held
 */
export async function openWhole(uri: vscode.Uri): Promise<OpenFile> {
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > MOST_BYTES) {
    throw new InputError(
      vscode.l10n.t(
        'The file has {0} MB. Here files can only be read as a whole, and up to {1} MB; open it from a folder on disk.',
        Math.round(size / 2 ** 20),
        MOST_BYTES / 2 ** 20,
      ),
    );
  }
  const bytes = new Uint8Array(await vscode.workspace.fs.readFile(uri));
  return { ...bytesSource(bytes), close: () => Promise.resolve() };
}

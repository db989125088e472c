import { open } from 'node:fs/promises';

import type * as vscode from 'vscode';

import { type OpenFile, openWhole } from '../host/files/open-bytes.js';

/** Opens a file; those on disk are read by ranges, whatever their size. */
export async function openBytes(uri: vscode.Uri): Promise<OpenFile> {
  if (uri.scheme !== 'file') return openWhole(uri);
  const handle = await open(uri.fsPath, 'r');
  const { size } = await handle.stat();
  return {
    size,
    async read(offset, length, signal) {
      signal?.throwIfAborted();
      const { bytesRead, buffer } = await handle.read(new Uint8Array(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    },
    close: () => handle.close(),
  };
}

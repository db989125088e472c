import { openArray } from '@tenfold/arrays';
import * as vscode from 'vscode';

import type { OpenFile } from '../../files/open-bytes.js';
import type { Platform } from '../../shared/platform.js';
import type { ArrayFolder } from './shown-file.js';

/** The folder of a file, whose files stay open until it is closed. */
export class FileFolder implements ArrayFolder {
  readonly #platform: Platform;
  readonly #uri: vscode.Uri;
  readonly #open: OpenFile[] = [];
  #isClosed = false;

  constructor(platform: Platform, uri: vscode.Uri) {
    this.#platform = platform;
    this.#uri = uri;
  }

  async open(name: string) {
    const source = await this.#platform.openBytes(vscode.Uri.joinPath(this.#uri, name));
    this.#open.push(source);
    if (this.#isClosed) await this.close();
    return openArray(source, { name });
  }

  async names(): Promise<string[]> {
    const entries = await vscode.workspace.fs.readDirectory(this.#uri);
    return entries.map(([name]) => name);
  }

  /** Lets go of all files, also of one that is just being opened. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#open.splice(0).map((file) => file.close()));
  }
}

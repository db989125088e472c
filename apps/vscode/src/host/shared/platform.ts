import type * as vscode from 'vscode';

import type { Port } from '../../protocol/channel.js';
import type { OpenFile } from '../files/open-bytes.js';

/** What differs between the desktop and the web. */
export interface Platform {
  /**
   * Starts the training worker.
   *
   * @param context the extension's folder is known by it
   * @param dataHome a folder to look for MNIST in before the extension's own, or '' for none; desktop only
   */
  startWorker(context: vscode.ExtensionContext, dataHome: string): WorkerHandle;
  /** Opens a file to be read by ranges, where its file system knows these. */
  openBytes(uri: vscode.Uri): Promise<OpenFile>;
}

/** A running worker. */
export interface WorkerHandle {
  readonly port: Port;
  /** Called once if it ends by itself. */
  onExit(listener: (reason: string) => void): void;
  /** Ends it at once. */
  close(): void;
}

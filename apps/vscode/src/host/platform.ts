import type * as vscode from 'vscode';

import type { Port } from '../protocol/channel.js';

/** What differs between the desktop and the web. */
export interface Platform {
  /** Starts the training worker. */
  startWorker(context: vscode.ExtensionContext): WorkerHandle;
}

/** A running worker. */
export interface WorkerHandle {
  readonly port: Port;
  /** Called once if it ends by itself. */
  onExit(listener: (reason: string) => void): void;
  /** Ends it at once. */
  close(): void;
}

import * as vscode from 'vscode';

import type { WorkerHandle } from '../host/platform.js';
import { workerPort } from './worker-port.js';

/** Starts the training worker as a web worker. */
export function startWorker(context: vscode.ExtensionContext): WorkerHandle {
  const worker = new Worker(
    vscode.Uri.joinPath(context.extensionUri, 'dist/web/training-worker.js').toString(true),
  );
  return {
    port: workerPort(worker),
    onExit(listener) {
      worker.addEventListener('error', ({ message }) => {
        listener(message);
      });
    },
    close() {
      worker.terminate();
    },
  };
}

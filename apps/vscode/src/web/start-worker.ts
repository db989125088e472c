import * as vscode from 'vscode';

import type { WorkerHandle } from '../host/platform.js';
import { workerPort } from './worker-port.js';

/** Starts the training worker as a web worker. */
export function startWorker(context: vscode.ExtensionContext): WorkerHandle {
  const address = (path: string): string => vscode.Uri.joinPath(context.extensionUri, path).toString(true);
  // A worker of the web's extension host does not know where it came from; its name tells it.
  const worker = new Worker(address('dist/web/training-worker.js'), { name: address('dist/mnist/') });
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

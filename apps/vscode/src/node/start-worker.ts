import { Worker } from 'node:worker_threads';

import * as vscode from 'vscode';
import { errorMessage } from '@tenfold/core';

import type { WorkerHandle } from '../host/shared/platform.js';
import { threadPort } from './thread-port.js';

/** Starts the training worker as a thread of its own. */
export function startWorker(context: vscode.ExtensionContext, dataHome: string): WorkerHandle {
  const file = vscode.Uri.joinPath(context.extensionUri, 'dist', 'training-worker.cjs').fsPath;
  const mnist = vscode.Uri.joinPath(context.extensionUri, 'dist', 'mnist').fsPath;
  const downloaded = context.globalStorageUri.fsPath;
  const folders = [dataHome, downloaded, mnist].filter((folder) => folder !== '');
  const worker = new Worker(file, { workerData: { mnist: folders } });
  return {
    port: threadPort(worker),
    onExit(listener) {
      let reason = '';
      worker.once('error', (error) => {
        reason = errorMessage(error);
      });
      worker.once('exit', (code) => {
        listener(reason || `exit code ${code}`);
      });
    },
    close() {
      void worker.terminate();
    },
  };
}

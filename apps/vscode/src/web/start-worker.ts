import { errorMessage } from '@tenfold/core';
import * as vscode from 'vscode';

import type { WorkerHandle } from '../host/shared/platform.js';
import { laterPort } from './later-port.js';
import { workerPort } from './worker-port.js';

/**
 * Starts the training worker as a web worker. Its program is read through the window, since the extension may lie where
 * no worker can be started from: on another server, or behind a connection.
 */
export function startWorker(context: vscode.ExtensionContext): WorkerHandle {
  const worker = makeWorker(context.extensionUri);
  return {
    port: laterPort(worker.then(workerPort)),
    onExit(listener) {
      worker.then(
        (started) => started.addEventListener('error', ({ message }) => listener(message)),
        (error: unknown) => listener(errorMessage(error)),
      );
    },
    close() {
      worker.then(
        (started) => started.terminate(),
        // One that never started need not be ended.
        () => undefined,
      );
    },
  };
}

async function makeWorker(extension: vscode.Uri): Promise<Worker> {
  const program = await vscode.workspace.fs.readFile(
    vscode.Uri.joinPath(extension, 'dist/web/extension.cjs'),
  );
  const mnist = vscode.Uri.joinPath(extension, 'dist/mnist').toString();
  // Host and worker are one bundle, of which each starts its own half: see main.ts.
  const parts = [
    'var module = { exports: {} };\n',
    new Uint8Array(program),
    `\nmodule.exports.work(${JSON.stringify(mnist)});\n`,
  ];
  return new Worker(URL.createObjectURL(new Blob(parts, { type: 'text/javascript' })));
}

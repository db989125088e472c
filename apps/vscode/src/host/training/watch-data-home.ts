import * as vscode from 'vscode';

import type { Jobs } from './jobs.js';
import type { Training } from '../worker/training.js';

/** Ends the worker when another folder of data is set, so that the next one looks there; jobs that run are let end. */
export function watchDataHome(training: Training, jobs: Jobs): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (!change.affectsConfiguration('tenfold.dataHome')) return;
    const endWhenIdle = (): void => {
      const running = jobs.running.at(0);
      if (running === undefined) {
        training.dispose();
        return;
      }
      const stop = running.onChange(() => {
        if (running.isRunning) return;
        stop();
        endWhenIdle();
      });
    };
    endWhenIdle();
  });
}

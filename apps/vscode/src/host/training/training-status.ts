import * as vscode from 'vscode';

import type { Job, Jobs } from './jobs.js';
import { jobLine } from './training-log.js';

/** The item of the status bar: how the latest job goes, and its accuracy when it is done. */
export function trainingStatus(jobs: Jobs): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('tenfold.training', vscode.StatusBarAlignment.Left, 10);
  item.name = vscode.l10n.t('Tenfold Training');
  let stopWatching = (): void => undefined;
  const watch = (job: Job): void => {
    stopWatching();
    const show = (): void => {
      showState(item, job);
      const isTraining = jobs.running.length > 0;
      void vscode.commands.executeCommand('setContext', 'tenfold.isTraining', isTraining);
    };
    stopWatching = job.onChange(show);
    show();
  };
  const stopAdding = jobs.onAdd(watch);
  return vscode.Disposable.from(item, {
    dispose() {
      stopAdding();
      stopWatching();
    },
  });
}

function showState(item: vscode.StatusBarItem, job: Job): void {
  const { state } = job;
  if (state.kind === 'running') {
    const iterations = job.points.length;
    item.text = `$(loading~spin) ${iterations === 0 ? vscode.l10n.t('Training') : vscode.l10n.t('Iteration {0}', iterations)}`;
    item.tooltip = vscode.l10n.t('{0}: {1}. Click to stop.', job.title, jobLine(job));
    item.command = 'tenfold.stopTraining';
  } else if (state.kind === 'done') {
    item.text = `$(pass) ${state.accuracy.toFixed(4)}`;
    item.tooltip = vscode.l10n.t('Accuracy of {0}. Click to open the run.', job.title);
    item.command = {
      command: 'tenfold.openRun',
      title: vscode.l10n.t('Open Run'),
      arguments: [{ run: state.run }],
    };
  } else {
    item.hide();
    return;
  }
  item.accessibilityInformation = { label: `Tenfold: ${item.text.replace(/\$\([^)]*\) /, '')}` };
  item.show();
}

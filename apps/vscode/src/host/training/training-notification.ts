import * as vscode from 'vscode';

import type { Job } from './jobs.js';
import { jobLine } from './training-log.js';

/** Milliseconds between two changes of the text: more could not be read. */
const UPDATE_INTERVAL_MS = 100;

/** Milliseconds after which a job has a notification: of a shorter one it would only flash. */
const NOTIFY_AFTER_MS = 400;

/** Milliseconds after which the curve of a job is opened. */
const WATCH_AFTER_MS = 800;

/**
 * Shows how a job goes until it ends, with a button that stops it, unless it ends in a moment.
 *
 * @param job the job
 * @param onLong called when it goes on so long that it is worth watching
 */
export function showJob(job: Job, onLong?: () => void): void {
  const after = (time: number, then: () => void): unknown =>
    setTimeout(() => {
      if (job.isRunning) then();
    }, time);
  after(NOTIFY_AFTER_MS, () => notify(job));
  if (onLong !== undefined) after(WATCH_AFTER_MS, onLong);
}

function notify(job: Job): void {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Training {0}', job.title),
    cancellable: true,
  };
  void vscode.window.withProgress(options, (progress, token) => {
    token.onCancellationRequested(() => job.stop());
    return new Promise<void>((resolve) => {
      const show = (): void => progress.report({ message: message(job) });
      const timer = setInterval(show, UPDATE_INTERVAL_MS);
      show();
      const end = job.onChange(() => {
        if (job.isRunning) return;
        clearInterval(timer);
        end();
        resolve();
      });
    });
  });
}

function message(job: Job): string {
  if (!job.hasCurve) return jobLine(job);
  const curve = `command:tenfold.showCurve?${encodeURIComponent(JSON.stringify([{ job: job.id }]))}`;
  return `${jobLine(job)} · [${vscode.l10n.t('Show Curve')}](${curve})`;
}

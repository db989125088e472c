import * as vscode from 'vscode';

import { trainingCurvePanel } from '../panels/training-curve.js';
import type { Services } from '../services.js';
import { settings } from '../shared/settings.js';
import { explainFailure } from '../training/explain-failure.js';
import type { Job } from '../training/jobs.js';
import { keepLastChoice } from '../training/last-choice.js';
import type { TrainRequest } from '../training/train-argument.js';
import { type WrittenRun, trainAndWrite } from '../training/train-and-write.js';
import { showJob } from '../training/training-notification.js';

/**
 * Trains as a command does: with a notification and the curve while it goes on and the confusion matrix at the end, and
 * remembered for the next time.
 *
 * @throws as `trainAndWrite`
 */
export async function trainAndShow(services: Services, { job, show }: TrainRequest): Promise<WrittenRun> {
  await keepLastChoice(services.context, job);
  const onJob = (started: Job): void => showJob(started, () => showCurve(services, started, show));
  const written = await trainAndWrite(services, job, { onJob }).catch((error: unknown) => {
    throw explainFailure(error, job);
  });
  if (show) {
    const { run } = written;
    void vscode.commands
      .executeCommand('tenfold.showConfusionMatrix', { run })
      .then(undefined, () => undefined);
  }
  return written;
}

/** Opens the curve beside the editor, if the settings and the caller allow it. */
function showCurve({ panels }: Services, job: Job, show: boolean): void {
  if (!show || !job.hasCurve || !settings().showCurve) return;
  panels.open(trainingCurvePanel, { job: job.id, title: job.title }, vscode.ViewColumn.Beside, true);
}

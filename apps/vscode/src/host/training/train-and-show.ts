import * as vscode from 'vscode';

import type { Services } from '../services.js';
import { explainFailure } from './explain-failure.js';
import { keepLastChoice } from './last-choice.js';
import type { TrainRequest } from './train-argument.js';
import { type KeptRun, trainAndKeep } from './train-and-keep.js';
import { showJob } from './training-notification.js';

/**
 * Trains as a command does: with a notification while it goes on and the confusion matrix at the end, and remembered
 * for the next time.
 *
 * @throws as `trainAndKeep`
 */
export async function trainAndShow(services: Services, { job, show }: TrainRequest): Promise<KeptRun> {
  await keepLastChoice(services.context, job);
  const kept = await trainAndKeep(services, job, { onJob: showJob }).catch((error: unknown) => {
    throw explainFailure(error, job);
  });
  if (show) {
    const { run } = kept;
    void vscode.commands
      .executeCommand('tenfold.showConfusionMatrix', { run })
      .then(undefined, () => undefined);
  }
  return kept;
}

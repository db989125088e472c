import { errorMessage } from '@tenfold/core';
import * as vscode from 'vscode';

import { progressOf } from '../../model/estimators.js';
import type { RunResult, TrainingJob } from '../../protocol/training.js';
import { writeRunFolder } from '../runs/write-run.js';
import { writeRunTarget } from '../runs/write-run-target.js';
import type { Training } from '../worker/training.js';
import { settings } from '../shared/settings.js';
import { reach } from '../shared/walkthrough.js';
import { jobTitle } from './job-title.js';
import type { Job, Jobs } from './jobs.js';
import { requireTrust } from '../shared/trust.js';

/** What a training takes. */
export interface TrainingServices {
  readonly context: vscode.ExtensionContext;
  readonly training: Training;
  readonly jobs: Jobs;
}

/** A run that was trained and written. */
export interface WrittenRun {
  /** The text of its folder's URI. */
  readonly run: string;
  readonly result: RunResult;
}

/** Options of `trainAndWrite`. */
export interface TrainAndWriteOptions {
  /** Is given the job before it starts. */
  readonly onJob?: (job: Job) => void;
}

/**
 * Trains in the worker and writes the run.
 *
 * @throws vscode.CancellationError when the job is stopped; whatever the worker or the file system throws
 */
export async function trainAndWrite(
  services: TrainingServices,
  choice: TrainingJob,
  { onJob }: TrainAndWriteOptions = {},
): Promise<WrittenRun> {
  requireTrust();
  const job = services.jobs.add(jobTitle(choice), progressOf(choice.estimator));
  onJob?.(job);
  try {
    const written = await run(services, job, choice);
    job.end({ kind: 'done', run: written.run, accuracy: written.result.accuracy });
    reach('trained');
    return written;
  } catch (error) {
    if (job.signal.aborted) {
      job.end({ kind: 'stopped' });
      void services.training.endIfStuck();
      throw new vscode.CancellationError();
    }
    job.end({ kind: 'failed', message: errorMessage(error) });
    throw error;
  }
}

async function run(
  { context, training }: TrainingServices,
  job: Job,
  choice: TrainingJob,
): Promise<WrittenRun> {
  const data = 'file' in choice.dataset ? vscode.Uri.parse(choice.dataset.file, true) : undefined;
  const { threads } = settings(data);
  const { name, files, result } = await training
    .worker()
    .train(
      { ...(threads !== null && { threads }), ...choice },
      { signal: job.signal, onNotice: (progress) => job.tell(progress) },
    );
  const folder = await writeRunFolder(
    {
      fs: vscode.workspace.fs,
      parent: writeRunTarget(context, data),
      join: (base, part) => vscode.Uri.joinPath(base, part),
    },
    { name, files },
    job.signal,
  );
  return { run: folder.toString(), result: { ...result, run: folder.toString() } };
}

import { errorMessage } from '@tenfold/errors';
import * as vscode from 'vscode';

import type { DatasetRef } from '../../protocol/values.js';
import { digitsContract, digitsSource, type TestedRun } from '../../protocol/webviews/digits.js';
import { runArgument } from '../commands/run-argument.js';
import { runLabel } from '../runs/run-words.js';
import type { Services } from '../services.js';
import { reach } from '../views/walkthrough.js';
import { definePanel } from './define-panel.js';
import { runFolderName, runTitle } from './run-title.js';

/** A data set's images, with what a run's model says of them. */
export const digitsPanel = definePanel({
  name: 'digits',
  source: digitsSource,
  contract: digitsContract,
  title: ({ dataset }) => titleOf(dataset),
  serve({ dataset, run }, { services }) {
    readAhead(services, dataset);
    return {
      async load(_, { signal }) {
        const worker = services.training.worker();
        const facts = await worker.describe({ dataset }, { signal });
        const codes = await worker.labels({ dataset }, { signal });
        if (run === undefined) return { facts, codes, run: null, runProblem: null };
        try {
          return { facts, codes, run: await testedRun(services, run, signal), runProblem: null };
        } catch (error) {
          signal.throwIfAborted();
          return { facts, codes, run: null, runProblem: errorMessage(error) };
        }
      },
      images({ rows }, { signal }) {
        reach('sawDigits');
        return services.training.worker().images({ dataset, rows }, { signal });
      },
      async predict({ rows }, { signal }) {
        const chosen = await chosenRun(services, run);
        if (chosen === undefined) return null;
        const worker = services.training.worker();
        const { maximum } = await worker.describe({ dataset }, { signal });
        const { pixels } = await worker.images({ dataset, rows }, { signal });
        const model = await services.runs.model(chosen);
        const said = await worker.predict({ model, pixels, count: rows.length, maximum }, { signal });
        return { model: runTitle(chosen), ...said };
      },
    };
  },
});

/** Reads a data set while its page is being made, which takes about as long. What fails is told when the page asks. */
function readAhead({ training }: Services, dataset: DatasetRef): void {
  training
    .worker()
    .describe({ dataset })
    .catch(() => undefined);
}

async function testedRun({ runs }: Services, run: string, signal: AbortSignal): Promise<TestedRun> {
  const { name, result } = await runs.read(run);
  const { evaluation } = await runs.evaluate(run, signal);
  return { name: runLabel(name, result), evaluation, isHeldOut: result.accuracyOn === 'test' };
}

async function chosenRun(services: Services, run: string | undefined): Promise<string | undefined> {
  if (run !== undefined) return run;
  try {
    return await runArgument(services, undefined);
  } catch (error) {
    if (error instanceof vscode.CancellationError) return undefined;
    throw error;
  }
}

function titleOf(dataset: DatasetRef): string {
  if (dataset.kind === 'digits') return vscode.l10n.t('Digits');
  if (dataset.kind === 'mnist') return 'MNIST';
  return vscode.l10n.t('Images: {0}', runFolderName(dataset.file));
}

import { errorMessage } from '@tenfold/core';
import * as vscode from 'vscode';

import { pixelValues } from '../../model/pixel-values.js';
import type { Evaluation } from '../../protocol/training.js';
import type { DatasetRef } from '../../protocol/values.js';
import { digitsContract, digitsSource, type TestedRun } from '../../protocol/webviews/digits.js';
import { runArgument } from '../runs/run-argument.js';
import { runLabel } from '../runs/run-words.js';
import type { PanelServices } from './panel-services.js';
import { reach } from '../shared/walkthrough.js';
import { definePanel, type PanelContext } from '../webview/panel.js';
import { runFolderName, runTitle } from '../runs/run-title.js';

/** A data set's images, with the predictions of a run's model. */
export const digitsPanel = definePanel({
  name: 'digits',
  source: digitsSource,
  contract: digitsContract,
  title: ({ dataset }) => titleOf(dataset),
  serve({ dataset, run }, { services }: PanelContext<PanelServices>) {
    readAhead(services, dataset);
    const readAs = async (signal: AbortSignal) => ({
      dataset,
      reading: await runReading(services, dataset, run, signal),
    });
    return {
      async load(_, { signal }) {
        const worker = services.training.worker();
        const read = await readAs(signal);
        const facts = await worker.describe(read, { signal });
        const codes = await worker.labels(read, { signal });
        if (run === undefined) return { facts, codes, run: null, runProblem: null };
        try {
          return { facts, codes, run: await testedRun(services, run, signal), runProblem: null };
        } catch (error) {
          signal.throwIfAborted();
          return { facts, codes, run: null, runProblem: errorMessage(error) };
        }
      },
      async images({ rows }, { signal }) {
        reach('sawDigits');
        return services.training.worker().images({ ...(await readAs(signal)), rows }, { signal });
      },
      async predict({ rows }, { signal }) {
        const chosen = await chosenRun(services, run);
        if (chosen === undefined) return null;
        const worker = services.training.worker();
        const read = await readAs(signal);
        const { maximum } = await worker.describe(read, { signal });
        const { pixels } = await worker.images({ ...read, rows }, { signal });
        const model = await services.runs.model(chosen);
        const values = pixelValues(pixels, maximum);
        const said = await model.predict({ values, count: rows.length }, signal);
        return { model: runTitle(chosen), ...said };
      },
    };
  },
});

/** Reads a data set while its page is being made, which takes about as long. A failure is reported when the page asks for it. */
function readAhead({ training }: PanelServices, dataset: DatasetRef): void {
  training
    .worker()
    .describe({ dataset })
    .catch(() => undefined);
}

/** How a run's model reads a table: there may be columns in it that are no pixels. Undefined when that is not known. */
async function runReading(
  { runs }: PanelServices,
  dataset: DatasetRef,
  run: string | undefined,
  signal: AbortSignal,
): Promise<Evaluation['reading'] | undefined> {
  if (run === undefined || dataset.kind !== 'table') return undefined;
  try {
    return (await runs.evaluate(run, signal)).evaluation.reading;
  } catch {
    // The page shows the reason where the predictions would be.
    signal.throwIfAborted();
    return undefined;
  }
}

async function testedRun({ runs }: PanelServices, run: string, signal: AbortSignal): Promise<TestedRun> {
  const { name, result } = await runs.read(run);
  const { evaluation } = await runs.evaluate(run, signal);
  return { name: runLabel(name, result), evaluation, isHeldOut: result.accuracyOn === 'test' };
}

async function chosenRun(services: PanelServices, run: string | undefined): Promise<string | undefined> {
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

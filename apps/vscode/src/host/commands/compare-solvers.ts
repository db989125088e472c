import { errorMessage } from '@tenfold/core';
import * as v from 'valibot';
import * as vscode from 'vscode';

import { definitions } from '../../model/estimators.js';
import type { EstimatorChoice } from '../../protocol/training.js';
import { type DatasetRef, datasetRef } from '../../protocol/values.js';
import { comparisonPanel } from '../panels/comparison.js';
import { settings } from '../shared/settings.js';
import { askDataset } from '../training/ask/ask-dataset.js';
import { BACK } from '../training/ask/walk.js';
import { jobTitle } from '../training/job-title.js';
import { lastChoice } from '../training/last-choice.js';
import { type WrittenRun, trainAndWrite } from '../training/train-and-write.js';
import { showJob } from '../training/training-notification.js';
import { requireTrust } from '../shared/trust.js';
import { usualParams } from '../training/usual-params.js';
import type { Services } from '../services.js';
import type { Command } from './command.js';

/** What is compared: the presets of all classifiers. */
function presetsFor(dataset: DatasetRef): EstimatorChoice[] {
  return definitions.flatMap((definition) =>
    definition.presets.map(({ options }) => ({
      name: definition.id,
      params: { ...usualParams(dataset, definition), ...(options as EstimatorChoice['params']) },
    })),
  );
}

/** Trains each solver on one data set, one after the other, and shows time against accuracy. Gives the runs. */
export const compareSolversCommand: Command = {
  id: 'compareSolvers',
  async run(services, argument) {
    requireTrust();
    services.training.prepare();
    const dataset = await chosenDataset(services, argument);
    const { testSize, randomState } = settings();
    const plan = presetsFor(dataset).map((estimator) => ({
      dataset,
      estimator,
      split: { testSize, randomState },
    }));
    const titles = plan.map(jobTitle);
    const source = {
      kind: 'solvers' as const,
      title: titles[0].replace(/^.* on /, ''),
      plan: titles,
      after: services.jobs.latest?.id ?? null,
    };
    services.panels.open(comparisonPanel, source);
    const writtenRuns: WrittenRun[] = [];
    for (const job of plan) {
      try {
        writtenRuns.push(await trainAndWrite(services, job, { onJob: showJob }));
      } catch (error) {
        if (error instanceof vscode.CancellationError) break;
        services.log.error(`${jobTitle(job)}: ${errorMessage(error)}`);
      }
    }
    return writtenRuns;
  },
};

async function chosenDataset(services: Services, argument: unknown) {
  const parsed = v.safeParse(v.object({ dataset: datasetRef }), argument);
  if (parsed.success) return parsed.output.dataset;
  const place = { title: vscode.l10n.t('Compare Solvers'), step: 1, totalSteps: 1 };
  const dataset = await askDataset(services, place, lastChoice(services.context)?.dataset);
  if (dataset === BACK) throw new vscode.CancellationError();
  return dataset;
}

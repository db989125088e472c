import { formatDuration } from '@tenfold/core';
import {
  makeClassifier,
  readingLike,
  type RunDataset,
  type TrainJob,
  trainOn,
  type TrainOutcome,
} from '@tenfold/runs';
import { type Scene, solverComparison } from 'tenfold';

import type { Context, Run } from '../../context.js';
import type { Output } from '../../terminal/output.js';
import { omit } from '../../omit.js';
import { showScene } from '../../terminal/show-scene.js';
import { facts } from '../../terminal/facts.js';
import { table } from '../../terminal/table.js';
import { checkPicture } from '../../shared/check-output.js';
import { fitProgress } from '../../shared/fit-progress.js';
import { load } from '../../shared/load.js';
import { warnConvergence } from '../../shared/warn-convergence.js';
import { type CompareFlags, type ComparedModel, planCompare } from './plan.js';
import { writeScene } from '../../shared/write-scene.js';

type Entry = ComparedModel & { result: TrainOutcome['result'] };

/** Compares classifiers and solvers by time and accuracy. */
export const run: Run<CompareFlags> = async ([name], flags, context) => {
  const { out } = context;
  const { dataset: choice, test: testChoice, split, comparedModels, threads } = planCompare(name, flags);
  for (const { estimator } of comparedModels) makeClassifier(estimator);
  await checkPicture('--output', flags.output);
  const dataset = await load(choice, context);
  const test = testChoice && (await load(testChoice, context, readingLike(dataset)));
  const entries: Entry[] = [];
  for (const comparedModel of comparedModels) {
    const outcome = await trainWithProgress(comparedModel, dataset, { split, test, threads }, context);
    warnConvergence(out, outcome.model, comparedModel.name);
    entries.push({ ...comparedModel, result: outcome.result });
  }
  const scene = pictureOf(dataset.name, entries);
  if (flags.output !== undefined) await writeScene(flags.output, scene, out);
  out.result(toJSON(dataset.name, entries, flags.output ?? null));
  if (!out.options.json) print(out, entries, scene, flags.output);
};

async function trainWithProgress(
  { name, estimator }: ComparedModel,
  dataset: RunDataset,
  { threads, ...parts }: Pick<TrainJob, 'split' | 'test'> & { threads: number | undefined },
  { out, signal }: Context,
): Promise<TrainOutcome> {
  const progress = fitProgress(out, name, estimator.name);
  const clock = () => performance.now() / 1000;
  try {
    const { onIteration } = progress;
    return await trainOn(dataset, { ...parts, estimator }, { signal, threads, clock, onIteration });
  } finally {
    progress.stop();
  }
}

function pictureOf(dataset: string, entries: Entry[]): Scene {
  const rows = entries.map(({ name, result }) => ({
    solver: name,
    seconds: result.seconds.fit,
    accuracy: result.accuracy,
  }));
  return solverComparison(rows, { title: `Solvers on ${dataset}` });
}

function toJSON(dataset: string, entries: Entry[], file: string | null): object {
  const results = entries.map(({ name, result }) => {
    return { solver: name, ...omit(result, 'dataset', 'split', 'run') };
  });
  return { dataset, split: entries[0]?.result.split, results, file };
}

function print(out: Output, entries: Entry[], scene: Scene, file: string | undefined): void {
  const rows = entries.map(({ name, result }) => [
    name,
    formatDuration(result.seconds.fit),
    result.nIter === null ? '' : `${result.nIter}`,
    result.converged === null ? '' : result.converged ? 'yes' : 'no',
    `${result.accuracy}`,
  ]);
  const columns = { head: ['solver', 'time', 'iterations', 'converged', 'accuracy'], right: [1, 2] };
  out.print(table(out.colours, columns, rows));
  if (file !== undefined) out.aside(`\n${facts(out.colours, [['picture', file]])}`);
  else if (out.isTerminal) {
    out.print();
    showScene(out, scene, { title: false });
  }
}

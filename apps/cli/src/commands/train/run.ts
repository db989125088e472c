import { checkFolderWritable } from '@tenfold/files';
import { type RunOutcome, writeRun } from '@tenfold/runs';
import { saveModel } from 'tenfold';

import type { Context, Run } from '../../context.js';
import { checkOutput, checkPicture } from '../../shared/check-output.js';
import { writeScene } from '../../shared/write-scene.js';
import { heatmapOf, checkStyle } from '../../shared/heatmap.js';
import { train } from '../../shared/train.js';
import { warnConvergence } from '../../shared/warn-convergence.js';
import type { WrittenFiles } from './written-files.js';
import { planTrain, type TrainFlags, type TrainPlan } from './plan.js';
import { printTraining } from './print.js';

/** Trains a classifier, tests it and keeps what came out. */
export const run: Run<TrainFlags> = async ([name], flags, context) => {
  const plan = planTrain(name, flags);
  await checkPlan(plan, flags);
  const outcome = await train(plan.job, context, { threads: plan.threads });
  warnConvergence(context.out, outcome.model);
  const writtenFiles = await writeFiles(plan, outcome, context);
  printTraining(context.out, outcome, writtenFiles);
  context.out.result({ ...outcome.result, run: writtenFiles.run });
};

// Checked before the training, so that it is not lost to a file that cannot be written.
async function checkPlan({ save, heatmap, runs }: TrainPlan, { style }: TrainFlags): Promise<void> {
  checkStyle(style);
  await checkOutput(save);
  if (runs !== undefined) await checkFolderWritable(runs);
  await checkPicture('--heatmap', heatmap?.file);
}

async function writeFiles(
  plan: TrainPlan,
  outcome: RunOutcome,
  { signal, out }: Context,
): Promise<WrittenFiles> {
  const { save, heatmap, runs } = plan;
  const writtenFiles: WrittenFiles = { run: null, files: [] };
  signal.throwIfAborted();
  if (save !== undefined) {
    await saveModel(save, outcome.model);
    writtenFiles.files.push(['model', save]);
  }
  if (heatmap !== undefined) {
    await writeScene(heatmap.file, heatmapOf(outcome.result, heatmap.style), out);
    writtenFiles.files.push(['heatmap', heatmap.file]);
  }
  if (runs !== undefined) {
    writtenFiles.run = await writeRun(runs, outcome);
    writtenFiles.files.push(['run', writtenFiles.run]);
  }
  return writtenFiles;
}

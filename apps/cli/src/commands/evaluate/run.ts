import { plainText } from '@tenfold/core';
import { meanLogLoss, scorePart } from '@tenfold/runs';
import { classificationReport, hasProbabilities, type Label } from 'tenfold';

import type { Run } from '../../context.js';
import type { Output } from '../../terminal/output.js';
import type { CommonFlags, FittedFlags, HeatmapFlags } from '../../options/flags.js';
import { omit } from '../../omit.js';
import { checkPicture } from '../../shared/check-output.js';
import { writeScene } from '../../shared/write-scene.js';
import { type Fitted, prepareFitted } from '../../shared/fitted.js';
import { checkStyle, heatmapOf } from '../../shared/heatmap.js';
import { planFitted } from '../../shared/plan-fitted.js';
import { type Evaluation, printEvaluation } from './print.js';
import { rocOf } from '../../shared/roc.js';

interface EvaluateFlags extends CommonFlags, FittedFlags, HeatmapFlags {
  report?: boolean;
  roc?: string;
}

/** Scores a model. */
export const run: Run<EvaluateFlags> = async ([name], flags, context) => {
  const plan = planFitted(name, flags);
  checkStyle(flags.style);
  await checkPicture('--roc', flags.roc);
  await checkPicture('--heatmap', flags.heatmap);
  const fitted = await prepareFitted(plan, context);
  const evaluation = await score(fitted, flags, context.signal);
  const files = await draw(evaluation, flags, context.out);
  const { roc, report } = evaluation;
  context.out.result({
    ...omit(evaluation, 'roc', 'report', 'predictions', 'target'),
    ...(report && { report: report.dict }),
    ...(roc && { rocAuc: roc.areas }),
    files: files.map(([, path]) => path),
  });
  if (!context.out.options.json) printEvaluation(context.out, fitted, evaluation, files);
};

async function score(fitted: Fitted, flags: EvaluateFlags, signal: AbortSignal): Promise<Evaluation> {
  const { model, dataset, part, partName } = fitted;
  const scores = await scorePart(model, part, signal);
  const { predictions, classes } = scores;
  const options = { labels: classes as readonly string[] };
  return {
    dataset: dataset.name,
    part: partName,
    n: part.data.rows,
    logLoss: hasProbabilities(model) ? finiteOrNull(await meanLogLoss(model, part, signal)) : null,
    ...scores,
    report: flags.report
      ? {
          text: classificationReport(part.target, predictions, {
            ...options,
            targetNames: classes.map((label) => plainText(String(label))),
          }),
          dict: classificationReport(part.target, predictions, { ...options, outputDict: true }),
        }
      : undefined,
    roc: rocWanted(flags) && hasProbabilities(model) ? rocOf(model, part) : undefined,
  };
}

function rocWanted({ report, roc }: EvaluateFlags): boolean {
  return report === true || roc !== undefined;
}

async function draw(
  { roc, confusionMatrix, classes }: Evaluation & { classes: Label[] },
  flags: EvaluateFlags,
  out: Output,
): Promise<[string, string][]> {
  const files: [string, string][] = [];
  if (flags.heatmap !== undefined) {
    await writeScene(flags.heatmap, heatmapOf({ confusionMatrix, classes }, flags.style), out);
    files.push(['heatmap', flags.heatmap]);
  }
  if (flags.roc !== undefined && roc !== undefined) {
    await writeScene(flags.roc, roc.scene, out);
    files.push(['ROC curves', flags.roc]);
  }
  return files;
}

// A label that the model does not know has an infinite loss, which JSON cannot hold.
function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

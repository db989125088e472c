import { predictPart, predictProbaPart, type RunRows } from '@tenfold/runs';
import { type AnyClassifier, hasProbabilities } from 'tenfold';

import type { Context, Run } from '../../context.js';
import { checkOutput } from '../../shared/check-output.js';
import { type Fitted, prepareRows } from '../../shared/fitted.js';
import type { RowsPart } from '../../shared/whole-rows.js';
import { selectRows } from '../../shared/select-rows.js';
import { UsageError } from '../../usage-error.js';
import { planPredict, type PredictFlags } from './plan.js';
import { type Predictions, toJSON } from './predictions.js';
import { printPredictions } from './print.js';
import { writePredictions } from './write.js';

/** Predicts the labels of rows. */
export const run: Run<PredictFlags> = async ([name], flags, context) => {
  const { fitted: plan, output } = planPredict(name, flags);
  if (output !== undefined && output.file !== '-') await checkOutput(output.file);
  const fitted = await prepareRows(plan, context);
  const predictions = await predictRows(fitted, flags, context.signal);
  if (output !== undefined) await writePredictions(predictions, output, context);
  context.out.result({
    dataset: fitted.dataset.name,
    part: fitted.partName,
    ...toJSON(predictions),
    ...(output && { file: output.file }),
  });
  if (output === undefined && !context.out.options.json) {
    await printPredictions(context.out, predictions, context.signal);
  }
};

async function predictRows(
  { model, dataset, part }: Fitted<RunRows, RowsPart>,
  flags: PredictFlags,
  signal: Context['signal'],
): Promise<Predictions> {
  const chosen = selectRows(part, flags.rows);
  return {
    rows: chosen.rows,
    ids: dataset.ids,
    predicted: await predictPart(model, chosen, signal),
    actual: chosen.target,
    classes: model.classes,
    probabilities: flags.proba === true ? await probabilitiesOf(model, chosen, signal) : undefined,
  };
}

function probabilitiesOf(
  model: AnyClassifier,
  part: RowsPart,
  signal: Context['signal'],
): ReturnType<typeof predictProbaPart> {
  if (hasProbabilities(model)) return predictProbaPart(model, part, signal);
  throw new UsageError(`--proba needs a model with probabilities, which ${model.definition.name} has not`);
}

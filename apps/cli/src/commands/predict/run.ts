import { predictPart } from '@tenfold/runs';
import type { Label, Matrix } from 'tenfold';

import type { Context, Run } from '../../context.js';
import type { CommonFlags, FittedFlags, RowFlags } from '../../options/flags.js';
import type { Cell } from '../../terminal/cell.js';
import { streamTable } from '../../terminal/table.js';
import { prepareFitted } from '../../shared/fitted.js';
import { planFitted } from '../../shared/plan-fitted.js';
import { selectRows } from '../../shared/select-rows.js';

interface PredictFlags extends CommonFlags, FittedFlags, RowFlags {
  proba?: boolean;
}

interface Prediction {
  row: number;
  predicted: Label;
  actual: Label;
}

/** Predicts the labels of rows. */
export const run: Run<PredictFlags> = async ([name], flags, context) => {
  const { model, dataset, part, partName } = await prepareFitted(planFitted(name, flags), context, 'all');
  const { data, target, rows } = selectRows(part, flags.rows);
  const predicted = await predictPart(model, { data }, context.signal);
  const predictions = Array.from(rows, (row, i): Prediction => {
    return { row, predicted: predicted[i] ?? '', actual: target[i] ?? '' };
  });
  const proba = flags.proba === true ? model.predictProba(data) : undefined;
  const { out } = context;
  out.result({
    dataset: dataset.name,
    part: partName,
    rows: predictions.map(({ row }) => row),
    predictions: predictions.map((prediction) => prediction.predicted),
    actual: predictions.map(({ actual }) => actual),
    ...(proba && { classes: model.classes, probabilities: proba.to2DArray() }),
  });
  if (!out.options.json) await print(predictions, model.classes, proba, context);
};

async function print(
  predictions: Prediction[],
  classes: readonly Label[],
  proba: Matrix | undefined,
  { out, signal }: Context,
): Promise<void> {
  const { green, red } = out.colours;
  const names = proba === undefined ? [] : classes.map(String);
  // Four decimals where the terminal has room for them, and always in a pipe.
  const isTight = out.isTerminal && 24 + 8 * names.length > out.width;
  const lines = predictions.map(({ row, predicted, actual }, i): Cell[] => [
    String(row),
    { text: String(predicted), paint: predicted === actual ? green : red },
    String(actual),
    ...(proba?.getRow(i).map((share) => share.toFixed(isTight ? 2 : 4)) ?? []),
  ]);
  const right = proba === undefined ? [0] : [0, ...names.map((_, column) => column + 3)];
  const head = ['row', 'predicted', 'actual', ...names];
  await streamTable(out, { head, right, gap: isTight ? 1 : 2 }, lines, signal);
}

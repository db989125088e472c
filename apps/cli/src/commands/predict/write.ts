import { writeWhole } from '@tenfold/files';

import type { Context } from '../../context.js';
import { predictionsCsv } from './csv.js';
import type { PredictionFile } from './plan.js';
import type { Predictions } from './predictions.js';

/** Writes predictions to a file, or to standard output. */
export async function writePredictions(
  predictions: Predictions,
  output: PredictionFile,
  { out, signal }: Context,
): Promise<void> {
  const pieces = predictionsCsv(predictions, output);
  if (output.file === '-') {
    for (const piece of pieces) await out.printSlowly(piece.slice(0, -1), signal);
    return;
  }
  await writeWhole(output.file, pieces, { signal });
  out.print(output.file);
}

import { type Computation, done, plainStep } from '@tenfold/base';
import { logSumExp } from '@tenfold/linalg';

/** Cells times classes of a step: some ten milliseconds. */
const WORK = 1 << 22;

/**
 * The logarithms of each class's prior times its likelihood at each row, row after row, in steps of a few rows.
 *
 * @param rows how many rows
 * @param classes how many classes
 * @param workPerRow cells times classes of a row
 * @param writeRow writes those of a row, from `at` on
 */
export function* jointLikelihoods(
  rows: number,
  classes: number,
  workPerRow: number,
  writeRow: (row: number, out: Float64Array, at: number) => void,
): Computation<Float64Array> {
  const out = new Float64Array(rows * classes);
  const block = Math.max(1, Math.floor(WORK / workPerRow));
  for (let start = 0; start < rows; start += block) {
    yield* done(
      plainStep(() => {
        for (let i = start; i < Math.min(start + block, rows); i++) writeRow(i, out, i * classes);
      }),
    );
  }
  return out;
}

/** The number of each row's most probable class, the first of equals. */
export function mostProbable(likelihoods: Float64Array, classes: number): Int32Array {
  return Int32Array.from({ length: likelihoods.length / classes }, (_, i) => {
    let best = 0;
    for (let k = 1; k < classes; k++)
      if (likelihoods[i * classes + k] > likelihoods[i * classes + best]) best = k;
    return best;
  });
}

/** Makes joint logarithms those of probabilities, in place: their exponentials sum to 1 in each row. */
export function normalizeLogs(likelihoods: Float64Array, classes: number): Float64Array {
  for (let start = 0; start < likelihoods.length; start += classes) {
    const total = logSumExp(likelihoods, start, start + classes);
    for (let at = start; at < start + classes; at++) likelihoods[at] -= total;
  }
  return likelihoods;
}

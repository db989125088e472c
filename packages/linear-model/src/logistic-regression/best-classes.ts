import { type Computation, done } from '@tenfold/base';
import type { DenseDesign, DesignMatrix, ScoresTask } from '@tenfold/linalg';

import type { LinearWeights } from './fitted.js';
import { scoresStep, scoresTask } from './scores.js';

/** The spacing of floats around 1. */
const FLOAT_SPACING = 2 ** -23;

/** More than floats lose of numbers too small for them, in any row. */
const UNDERFLOW = 1e-30;

/** Sums up to here are safe in floats, which reach 3.4e38. */
const MOST = 1e38;

/** The largest byte. */
const BYTE = 255;

/**
 * The number of each row's class: of the largest score, the first of equals; or of a single score, whether it is
 * above 0. Images are scored in floats, and those rows again in doubles that floats could not decide: the answers are those
 * of doubles.
 */
export function* bestClasses(state: LinearWeights, design: DesignMatrix): Computation<Int32Array> {
  const task = scoresTask(state, design);
  const { classes } = task;
  if (!isOfBytes(task)) return pick(yield* done(scoresStep(task)), classes, 0).best;
  const error = floatError(task);
  if (error === Infinity) return pick(yield* done(scoresStep(task)), classes, 0).best;
  const { best, close } = pick(yield* done(scoresStep({ ...task, precision: 'single' })), classes, 2 * error);
  if (close.length > 0) {
    const doubtful = scoresStep({ ...task, design: rowsOf(task.design, close) });
    const exact = pick(yield* done(doubtful), classes, 0).best;
    for (const [at, row] of close.entries()) best[row] = exact[at];
  }
  return best;
}

interface DenseBytes extends DenseDesign {
  readonly data: Uint8Array;
}

interface BytesTask extends ScoresTask {
  readonly design: DenseBytes;
}

function isOfBytes(task: ScoresTask): task is BytesTask {
  return task.design.kind === 'dense' && task.design.data instanceof Uint8Array;
}

/**
 * How far a score of bytes computed in floats can be from the exact one: the rounding of each weight, product and sum
 * (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., section 3.1), for cells of 255;
 * Infinity when a sum could leave the range of floats.
 */
function floatError({ design, parameters, classes }: BytesTask): number {
  const sizes = new Float64Array(classes);
  const constant = design.columns * classes;
  for (let i = 0; i < parameters.length; i++) {
    sizes[i % classes] += Math.abs(parameters[i]) * (i < constant ? BYTE : 1);
  }
  const size = sizes.reduce((most, sum) => Math.max(most, sum), 0);
  if (!(size < MOST)) return Infinity;
  return (design.columns + 4) * FLOAT_SPACING * size + UNDERFLOW;
}

function rowsOf({ columns, data }: DenseBytes, rows: readonly number[]): DenseBytes {
  const own = new Uint8Array(rows.length * columns);
  for (const [at, row] of rows.entries()) {
    own.set(data.subarray(row * columns, (row + 1) * columns), at * columns);
  }
  return { kind: 'dense', rows: rows.length, columns, data: own };
}

/** The class of each row's best score, and the rows where it leads by no more than `margin`. */
function pick(scores: Float64Array, perRow: number, margin: number): { best: Int32Array; close: number[] } {
  const best = new Int32Array(scores.length / perRow);
  const close: number[] = [];
  for (let i = 0; i < best.length; i++) {
    const start = i * perRow;
    // A single score competes with 0.
    let highest = perRow === 1 ? 0 : scores[start];
    let second = -Infinity;
    let winner = 0;
    for (let k = perRow === 1 ? 0 : 1; k < perRow; k++) {
      const score = scores[start + k];
      if (score > highest) {
        second = highest;
        highest = score;
        winner = perRow === 1 ? 1 : k;
      } else if (!(score <= second)) second = score;
    }
    best[i] = winner;
    if (!(highest - second > margin)) close.push(i);
  }
  return { best, close };
}

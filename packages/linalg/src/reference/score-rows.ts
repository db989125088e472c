import type { ScoresTask } from '../backend.js';
import { addRowScores, laneStride, restride } from './lanes.js';
import { rowDot } from './rows.js';

/** Fills the scores of some rows. */
export type ScoreRows = (start: number, end: number, out: Float64Array) => void;

/** How many rows a task scores. */
export function rowsScored({ design, rows }: ScoresTask): number {
  return rows?.length ?? design.rows;
}

/** Prepares the weights once and gives the function that scores rows with them. */
export function scorer(task: ScoresTask): ScoreRows {
  return task.classes === 1 ? singleScorer(task) : laneScorer(task);
}

function singleScorer({ design, parameters, constant, rows }: ScoresTask): ScoreRows {
  const intercept = constant === 0 ? 0 : constant * parameters[design.columns];
  return (start, end, out) => {
    for (let i = start; i < end; i++) out[i] = rowDot(design, rows?.[i] ?? i, parameters) + intercept;
  };
}

function laneScorer({ design, parameters, classes, constant, rows }: ScoresTask): ScoreRows {
  const stride = laneStride(classes);
  const weights = new Float64Array((parameters.length / classes) * stride);
  restride(parameters, classes, weights, stride);
  const sums = new Float64Array(stride);
  return (start, end, out) => {
    for (let i = start; i < end; i++) {
      sums.fill(0);
      addRowScores(design, rows?.[i] ?? i, weights, stride, sums);
      for (let k = 0; k < classes; k++) {
        out[i * classes + k] = sums[k] + interceptOf(weights, design.columns * stride + k, constant);
      }
    }
  };
}

/** The share of the constant feature in a score; the weight is there only when the constant is not 0. */
export function interceptOf(weights: Float64Array, position: number, constant: number): number {
  return constant === 0 ? 0 : constant * weights[position];
}

/**
 * All scores at once, without giving the event loop back: for predictions, which are synchronous.
 *
 * @param task the rows, the weights and the number of classes
 * @returns the score of row i and class k at `i * classes + k`
 */
export function computeScores(task: ScoresTask): Float64Array {
  const out = new Float64Array(rowsScored(task) * task.classes);
  scorer(task)(0, rowsScored(task), out);
  return out;
}

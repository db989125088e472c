import { RowSampler } from './row-sampler.js';
import type { Squares } from './row-sizes.js';

/** The largest curvature of a loss by a score. */
const CURVATURE = 0.25;

/** The constant feature counts at least as much as a column would if so many shared a row. */
const MOST_COLUMNS = 16;

/** How rows are drawn and how long steps are. */
export interface StepPlan {
  /** The rows that can be drawn: those of a weight above 0. */
  readonly rows: Uint32Array;
  readonly sampler: RowSampler;
  /** What corrects for each row's probability: see `AverageGradientWalk`. */
  readonly corrections: Float64Array;
  /** The value of the constant feature as which the intercept is moved. */
  readonly constant: number;
  /** The length of a step; 0 or NaN where cells are too large for one. */
  readonly step: number;
}

/** What steps are planned by. */
export interface StepTask {
  readonly squares: Squares;
  /** The largest weight that each row has in one of the problems. */
  readonly weights: Float64Array;
  readonly fitIntercept: boolean;
  readonly l2: number;
  readonly seed: number;
}

/**
 * Plans steps of 1/L, as scikit-learn's of SAG, with L the largest curvature that a row brings to the mean, s·(‖x‖² + c²)/4.
 * Rows are drawn half at random and half in proportion to it, so that L is hardly more than the mean of them, steps are
 * longer, and a few large rows do not hold the others up (M. Schmidt et al., "Non-uniform stochastic average gradient
 * method for training conditional random fields", AISTATS 2015).
 *
 * The intercept is the weight of a constant feature c that is as large as a column among many: with c = 1 it would hardly
 * move beside large cells.
 */
export function planSteps({ squares, weights, fitIntercept, l2, seed }: StepTask): StepPlan {
  const rows = Uint32Array.from(weights.keys()).filter((i) => weights[i] > 0);
  const columns = squares.columns.reduce((count, square) => (square > 0 ? count + 1 : count), 0);
  const mean = rows.reduce((sum, i) => sum + squares.rows[i], 0) / rows.length;
  const constant = fitIntercept ? Math.sqrt(mean > 0 ? mean / Math.min(columns, MOST_COLUMNS) : 1) : 0;
  const curvatures = Float64Array.from(
    rows,
    (i) => CURVATURE * weights[i] * (squares.rows[i] + constant * constant),
  );
  const total = curvatures.reduce((sum, curvature) => sum + curvature, 0);
  const shares = curvatures.map((curvature) => (total > 0 ? 1 + (rows.length * curvature) / total : 2) / 2);
  const corrections = new Float64Array(weights.length);
  let largest = 0;
  for (const [place, row] of rows.entries()) {
    corrections[row] = 1 / shares[place] - 1 / rows.length;
    largest = Math.max(largest, curvatures[place] / shares[place]);
  }
  const step = 1 / (largest + l2 / rows.length);
  return { rows, sampler: new RowSampler(rows, shares, seed), corrections, constant, step };
}

import { ParameterError, ShapeError } from '@tenfold/core';

import { checkNumbers } from './checks.js';
import { pairwiseSum } from './sums.js';

/**
 * The area under a curve by the trapezoidal rule. Mirrors scikit-learn's `auc`.
 *
 * @param x the x coordinates, never falling or never rising
 * @param y the y coordinates, as many
 * @throws ShapeError when there are fewer than two points or the lengths differ
 * @throws ParameterError when a coordinate is not finite, or `x` both rises and falls
 */
export function auc(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const xs = checkNumbers('auc', 'x', x);
  const ys = checkNumbers('auc', 'y', y);
  if (xs.length !== ys.length) {
    throw new ShapeError('auc', `as many y as x (${xs.length})`, `${ys.length}`);
  }
  if (xs.length < 2) throw new ShapeError('auc', 'at least 2 points', `${xs.length}`);
  return trapezoids(xs, ys) * direction(xs);
}

/** The signed area under a curve. */
export function trapezoids(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const areas = new Float64Array(x.length - 1);
  for (let i = 0; i < areas.length; i++) areas[i] = ((x[i + 1] - x[i]) * (y[i + 1] + y[i])) / 2;
  return pairwiseSum(areas);
}

function direction(x: Float64Array): 1 | -1 {
  const falls = x.some((value, i) => i > 0 && value < x[i - 1]);
  if (!falls) return 1;
  const riseAt = x.findIndex((value, i) => i > 0 && value > x[i - 1]);
  if (riseAt < 0) return -1;
  throw new ParameterError('auc', 'x', `steadily rising or steadily falling`, x);
}

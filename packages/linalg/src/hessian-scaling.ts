import type { HessianTask } from './backend.js';

/**
 * What brings a Hessian of columns that were divided by their units to a unit diagonal, N = E·G·E; and what a vector is
 * multiplied by before and after solving with N.
 */
export interface HessianScaling {
  readonly scales: Float64Array;
  readonly ends: Float64Array;
}

/** Rows of a Hessian for each function: the columns, and the constant feature when there is one. */
export function hessianRows({ design, constant }: Pick<HessianTask, 'design' | 'constant'>): number {
  return design.columns + (constant === 0 ? 0 : 1);
}

/**
 * The scaling of a Hessian whose rows lie function by function; one without curvature or penalty becomes a row of the
 * identity.
 *
 * @param task what it is made of
 * @param units what each column was divided by
 * @param diagonal its diagonal before the shift
 * @returns undefined when something is not finite
 */
export function hessianScaling(
  task: HessianTask,
  units: Float64Array,
  diagonal: Float64Array,
): HessianScaling | undefined {
  const each = hessianRows(task);
  const scales = new Float64Array(diagonal.length);
  const ends = new Float64Array(diagonal.length);
  for (let i = 0; i < diagonal.length; i++) {
    const j = i % each;
    const isColumn = j < units.length;
    const unit = isColumn ? units[j] : 1;
    const square = diagonal[i] + (isColumn ? task.shift / unit / unit : 0);
    if (!(square >= 0 && square < Infinity)) return undefined;
    scales[i] = square > 0 ? 1 / Math.sqrt(square) : 1;
    ends[i] = scales[i] / unit;
    if (!Number.isFinite(ends[i]) || !Number.isFinite(scales[i])) return undefined;
  }
  return { scales, ends };
}

/** A vector that lies as parameters do, function by function and scaled. */
export function toFunctions(vector: Float64Array, functions: number, ends: Float64Array): Float64Array {
  const each = ends.length / functions;
  return ends.map((end, i) => end * vector[(i % each) * functions + Math.floor(i / each)]);
}

/** Puts a vector that lies function by function back, scaled again. */
export function fromFunctions(
  solved: Float64Array,
  functions: number,
  ends: Float64Array,
  vector: Float64Array,
): void {
  const each = ends.length / functions;
  for (let i = 0; i < ends.length; i++) {
    vector[(i % each) * functions + Math.floor(i / each)] = ends[i] * solved[i];
  }
}

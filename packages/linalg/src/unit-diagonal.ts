import type { PreconditionTask } from './backend.js';

/** A pivot of the factor is at least the share in exact arithmetic; one below this part of it is rounding alone. */
const CLEARLY_POSITIVE = 0.25;

/** How a Gram matrix of scaled columns is brought to a unit diagonal: M = S⁻¹·N·S⁻¹, N = E·G·E off the diagonal. */
export interface UnitDiagonal {
  /** E: one number a column, the constant feature's last. */
  readonly scales: Float64Array;
  /** S: what vectors are multiplied by before and after solving with N. */
  readonly ends: Float64Array;
  /** Every entry of N's diagonal. */
  readonly diagonal: number;
  /** The least pivot of N's factor that is clearly positive. */
  readonly leastPivot: number;
}

/**
 * Scales M = scale·mean(x·x') + shift·I to a unit diagonal, to which the share is added. To the diagonal of columns as
 * they were divided, the same share of its mean over them is added before: what the rows looked at hardly show stays
 * alive.
 *
 * @param task what M is made of
 * @param units what columns were divided by before the Gram matrix was formed
 * @param sums the diagonal of that Gram matrix, the constant feature's last
 * @returns undefined when something is not finite
 */
export function unitDiagonal(
  task: PreconditionTask,
  units: Float64Array,
  sums: Float64Array,
): UnitDiagonal | undefined {
  const { design, rows, scale, share, shift, shiftConstant = false } = task;
  const count = rows?.length ?? design.rows;
  const scales = new Float64Array(sums.length);
  const ends = new Float64Array(sums.length);
  const mean = sums.subarray(0, units.length).reduce((total, sum) => total + sum, 0) / units.length;
  for (let j = 0; j < sums.length; j++) {
    const isColumn = j < units.length;
    const [unit, shown] = isColumn ? [units[j], sums[j] + share * mean] : [1, sums[j]];
    const added = isColumn || shiftConstant ? (shift / unit / unit) * (count / scale) : 0;
    const square = shown + added;
    if (!(square > 0 && shown < Infinity)) return undefined;
    scales[j] = 1 / Math.sqrt(square);
    ends[j] = (scales[j] * Math.sqrt(count / scale)) / unit;
    if (!(ends[j] >= 0 && ends[j] < Infinity)) return undefined;
  }
  return { scales, ends, diagonal: 1 + share, leastPivot: CLEARLY_POSITIVE * share };
}

/** Multiplies the vectors of `classes` classes, which lie as parameters do, by S. */
export function applyEnds({ ends }: UnitDiagonal, vectors: Float64Array, classes: number): void {
  for (let j = 0; j < ends.length; j++) {
    for (let k = 0; k < classes; k++) vectors[j * classes + k] *= ends[j];
  }
}

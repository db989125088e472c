import type { OneVsRest } from './backend.js';

/** The rows of a binary problem. */
export interface BinaryRows {
  /** 1 for each row of the positive class, -1 for the others. */
  readonly targets: Float64Array;
  /** The weight of each row; 1 each when undefined. */
  readonly weights: Float64Array | undefined;
}

/**
 * The rows of one class against all others.
 *
 * @param codes the class number of each row
 * @param weights the weight of each row, before the sides are weighted; 1 each when undefined
 * @param problem the positive class, and what each side counts
 */
export function oneVsRestRows(
  codes: Int32Array,
  weights: Float64Array | undefined,
  problem: OneVsRest,
): BinaryRows {
  const { positive, positiveWeight, negativeWeight } = problem;
  const targets = Float64Array.from(codes, (code) => (code === positive ? 1 : -1));
  if (weights === undefined && positiveWeight === 1 && negativeWeight === 1) return { targets, weights };
  return {
    targets,
    weights: targets.map((t, i) => (t > 0 ? positiveWeight : negativeWeight) * (weights?.[i] ?? 1)),
  };
}

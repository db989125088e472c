import { ParameterError } from '@tenfold/core';

/**
 * The weight of each class's rows.
 *
 * @param owner the estimator, for error messages
 * @param codes each row's class number
 * @param classes how many classes
 * @param sampleWeight each row's own weight; 1 each when undefined
 * @throws ParameterError when a class has no weight
 */
export function classCounts(
  owner: string,
  codes: Int32Array,
  classes: number,
  sampleWeight: Float64Array | undefined,
): Float64Array {
  const counts = new Float64Array(classes);
  for (let i = 0; i < codes.length; i++) counts[codes[i]] += sampleWeight?.[i] ?? 1;
  if (counts.includes(0)) {
    const expected = 'above 0 for at least one row of each class';
    throw new ParameterError(owner, 'sampleWeight', expected, sampleWeight);
  }
  return counts;
}

/** The share of each class in their sum. */
export function shares(counts: Float64Array): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / total);
}

/**
 * Checks that there is one prior for each class.
 *
 * @throws ParameterError when there is not
 */
export function checkPriorCount(
  owner: string,
  parameter: string,
  priors: readonly number[],
  classes: number,
): void {
  if (priors.length !== classes)
    throw new ParameterError(owner, parameter, `one number for each of ${classes} classes`, priors);
}

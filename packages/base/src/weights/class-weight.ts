import { checkNumber, ParameterError } from '@tenfold/core';
import type { Label } from '@tenfold/linalg';

/** Weights of the classes: none, by label, or `'balanced'`. */
export type ClassWeight =
  undefined | 'balanced' | Readonly<Record<string, number>> | ReadonlyMap<Label, number>;

/** Class weights that have been checked: by the label's text. */
export type CheckedClassWeight = undefined | 'balanced' | ReadonlyMap<string, number>;

/** Checks the form and the values. Throws ParameterError. */
export function checkClassWeight(owner: string, value: unknown): CheckedClassWeight {
  if (value == null || value === 'balanced') return value ?? undefined;
  if (typeof value !== 'object' || Array.isArray(value) || ArrayBuffer.isView(value)) {
    throw new ParameterError(
      owner,
      'classWeight',
      "'balanced', an object or a Map from label to weight",
      value,
    );
  }
  const entries = value instanceof Map ? [...(value as ReadonlyMap<Label, unknown>)] : Object.entries(value);
  const weights = new Map<string, number>();
  for (const [label, weight] of entries) {
    const text = String(label);
    if (weights.has(text)) throw new ParameterError(owner, 'classWeight', 'one weight a label', text);
    weights.set(text, checkNumber(owner, `classWeight of ${text}`, weight, { min: 0 }));
  }
  return weights;
}

/**
 * Checks class weights against the classes: a weight of a label that is not there is ignored when every class has a
 * weight, as one made for other rows of the same data, and else refused, as one that was meant for a class without.
 *
 * @throws ParameterError when it is refused
 */
export function checkClassesWeighted(
  owner: string,
  classWeight: CheckedClassWeight,
  classes: readonly Label[],
): void {
  if (!(classWeight instanceof Map)) return;
  const weights = classWeight as ReadonlyMap<string, number>;
  const known = new Set(classes.map(String));
  const absent = [...weights.keys()].find((label) => !known.has(label));
  const unweighted = [...known].find((label) => !weights.has(label));
  if (absent === undefined || unweighted === undefined) return;
  const expected = `about labels in y (${listed([...known])}) while one of them, ${unweighted}, has no weight`;
  throw new ParameterError(owner, 'classWeight', expected, absent);
}

function listed(labels: readonly string[]): string {
  return labels.length <= 10
    ? labels.join(', ')
    : `${labels.slice(0, 10).join(', ')} and ${labels.length - 10} more`;
}

/**
 * The weight of each row: its own times that of its class. Undefined when every row weighs 1.
 *
 * @param classWeight the class weights; `'balanced'` gives class c the weight S / (k·S_c), S being the sum of the
 *   row weights, S_c that over class c, and k the number of classes
 * @param classes the labels
 * @param codes each row's class number
 * @param sampleWeight each row's own weight; 1 each when left out
 */
export function combineWeights(
  classWeight: CheckedClassWeight,
  classes: readonly Label[],
  codes: Int32Array,
  sampleWeight: Float64Array | undefined,
): Float64Array | undefined {
  if (classWeight === undefined) return sampleWeight;
  const byClass =
    classWeight === 'balanced'
      ? balancedWeights(classes.length, codes, sampleWeight)
      : classes.map((label) => classWeight.get(String(label)) ?? 1);
  return Float64Array.from(codes, (code, i) => byClass[code] * (sampleWeight?.[i] ?? 1));
}

/** What `'balanced'` gives each class; one without any weight gets 0, as there is nothing to balance. */
export function balancedWeights(
  classes: number,
  codes: Int32Array,
  sampleWeight: Float64Array | undefined,
): number[] {
  const sums = new Array<number>(classes).fill(0);
  for (let i = 0; i < codes.length; i++) sums[codes[i]] += sampleWeight?.[i] ?? 1;
  const total = sums.reduce((sum, value) => sum + value, 0);
  return sums.map((sum) => (sum === 0 ? 0 : total / (classes * sum)));
}

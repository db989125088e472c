import { checkedLater, ParameterError, ShapeError } from '@tenfold/core';
import { classPositions, isList, type Label, type Labels } from '@tenfold/linalg';

import { sortedUnion } from './labels.js';

/** True and predicted labels, checked and encoded. */
export interface Targets {
  /** Every label present in either, in order. */
  readonly present: Label[];
  /** Each sample's true label as a place in `present`. */
  readonly trueCodes: Int32Array;
  /** Each sample's predicted label as a place in `present`. */
  readonly predictedCodes: Int32Array;
  /** Each sample's weight; undefined when all weigh 1. */
  readonly weights: Float64Array | undefined;
}

/** The options that every score of labels takes. */
export interface WeightOption {
  /** A weight for each sample, finite and at least 0, not all of them 0. Default: every sample weighs 1. */
  sampleWeight?: ArrayLike<number>;
}

/** Reads `sampleWeight`, which `checkWeights` checks against the number of samples. */
export const sampleWeightOption = checkedLater<ArrayLike<number> | undefined>();

/** Reads `labels`, which `checkGivenLabels` checks against the labels of the data. */
export const labelsOption = checkedLater<Labels | undefined>();

/** Checks `yTrue`, `yPred` and `sampleWeight`, and encodes the labels. */
export function checkTargets(
  owner: string,
  yTrue: Labels,
  yPred: Labels,
  sampleWeight: ArrayLike<number> | undefined,
): Targets {
  const present = sortedUnion(owner, [
    ['yTrue', yTrue],
    ['yPred', yPred],
  ]);
  checkSameLength(owner, 'predicted', yTrue.length, yPred.length);
  return {
    present,
    trueCodes: classPositions(yTrue, present),
    predictedCodes: classPositions(yPred, present),
    weights: checkWeights(owner, sampleWeight, yTrue.length),
  };
}

/** Checks that there is at least one true label and as many of something else. */
export function checkSameLength(owner: string, what: string, nTrue: number, other: number): void {
  if (nTrue === 0) throw new ShapeError(owner, 'at least one sample', 'none');
  if (other !== nTrue) {
    throw new ShapeError(owner, `as many ${what} values as true labels (${nTrue})`, `${other}`);
  }
}

/** Checks and copies sample weights; undefined stays undefined. */
export function checkWeights(
  owner: string,
  sampleWeight: ArrayLike<number> | undefined,
  n: number,
): Float64Array | undefined {
  if (sampleWeight === undefined) return undefined;
  const weights = checkNumbers(owner, 'sampleWeight', sampleWeight, 0);
  if (weights.length !== n) throw new ShapeError(owner, `${n} sample weights`, `${weights.length}`);
  if (weights.every((weight) => weight === 0)) {
    throw new ParameterError(owner, 'sampleWeight', 'above 0 for at least one sample', 0);
  }
  return weights;
}

/** Checks and copies a list of finite numbers. */
export function checkNumbers(
  owner: string,
  name: string,
  values: ArrayLike<number>,
  min = -Infinity,
): Float64Array {
  if (!isList(values)) throw new ParameterError(owner, name, 'an array of numbers', values);
  const copy = new Float64Array(values.length);
  for (let i = 0; i < copy.length; i++) {
    const value: unknown = values[i];
    if (typeof value !== 'number' || !Number.isFinite(value) || value < min) {
      const expected = min === 0 ? 'a finite number of at least 0' : 'a finite number';
      throw new ParameterError(owner, `${name}[${i}]`, expected, value);
    }
    copy[i] = value;
  }
  return copy;
}

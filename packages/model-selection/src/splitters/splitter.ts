import { checkBoolean, checkInteger, checkNames, InputError, ParameterError } from '@tenfold/core';
import type { Labels } from '@tenfold/linalg';
import { checkRandomState, type RandomState, type Seed } from '@tenfold/random';

import type { SplitIndices } from '../stratified.js';
import { isMatrix, rowCount, type Splittable } from '../take.js';

/** Cuts rows into a training and a test part several times. */
export interface Splitter {
  /** How many times. */
  readonly nSplits: number;
  /**
   * The row numbers of the parts, one split after the other.
   *
   * @param X the rows, or how many there are
   * @param y their labels, which splitters by class need
   */
  split(X: Splittable | number, y?: Labels): Iterable<SplitIndices>;
}

/** How rows are cut into folds. */
export interface FoldOptions {
  /** How many folds, 2 or more. Default 5. */
  nSplits?: number | undefined;
  /** Whether rows are shuffled before they are cut (within their class, when it is by class). Default false. */
  shuffle?: boolean | undefined;
  /**
   * The seed of the shuffle, which gives the same folds at each call, or a generator, which is advanced. Default 0: without
   * a seed the folds are the same each time (where scikit-learn's would differ). Goes with `shuffle`.
   */
  randomState?: Seed | RandomState | undefined;
}

/** Options that have been checked. */
export interface CheckedFolds {
  readonly nSplits: number;
  readonly shuffle: boolean;
  readonly randomState: Seed | RandomState | undefined;
}

/** Rows cannot be cut into so many folds. */
export class FoldError extends InputError {
  /**
   * @param nSplits folds that were asked for
   * @param most how many folds there can be
   * @param message what is wrong and what would be possible
   */
  constructor(
    readonly nSplits: number,
    readonly most: number,
    message: string,
  ) {
    super(message);
  }
}

const NAMES = ['nSplits', 'shuffle', 'randomState'] as const satisfies readonly (keyof FoldOptions)[];

/** Checks the options of a splitter once. Throws ParameterError. */
export function checkFoldOptions(owner: string, options: FoldOptions): CheckedFolds {
  checkNames(owner, options, NAMES);
  const { randomState } = options;
  const nSplits = checkInteger(owner, 'nSplits', options.nSplits ?? 5, { min: 2 });
  const shuffle = checkBoolean(owner, 'shuffle', options.shuffle ?? false);
  if (randomState !== undefined) {
    checkRandomState(randomState);
    if (!shuffle) throw new ParameterError(owner, 'randomState', 'left out without shuffle', randomState);
  }
  return { nSplits, shuffle, randomState };
}

/** How many rows there are to cut. Throws ParameterError, FoldError when there are fewer than folds. */
export function rowsToCut(owner: string, X: Splittable | number, nSplits: number): number {
  const isCount = typeof X === 'number';
  if (!isCount && !isMatrix(X) && !Array.isArray(X) && !ArrayBuffer.isView(X))
    throw new ParameterError(owner, 'X', 'a matrix, an array or a number of rows', X);
  const rows = isCount ? checkInteger(owner, 'the number of rows', X, { min: 1 }) : rowCount(X);
  if (rows < nSplits)
    throw new FoldError(
      nSplits,
      rows,
      `${owner}: expected at most as many folds as rows (${rows}), got ${nSplits}`,
    );
  return rows;
}

/** The splits of rows whose fold numbers are known: each fold is the test part once, rows in their order. */
export function* splitsOf(folds: Int32Array, nSplits: number): Generator<SplitIndices> {
  const sizes = new Int32Array(nSplits);
  for (const fold of folds) sizes[fold]++;
  for (let fold = 0; fold < nSplits; fold++) {
    const test = new Uint32Array(sizes[fold]);
    const train = new Uint32Array(folds.length - test.length);
    let [inTest, inTrain] = [0, 0];
    for (let row = 0; row < folds.length; row++) {
      if (folds[row] === fold) test[inTest++] = row;
      else train[inTrain++] = row;
    }
    yield { train, test };
  }
}

import { checkRandomState } from '@tenfold/random';

import type { SplitIndices } from '../stratified.js';
import type { Splittable } from '../take.js';
import {
  type CheckedFolds,
  checkFoldOptions,
  type FoldOptions,
  rowsToCut,
  type Splitter,
  splitsOf,
} from './splitter.js';

/**
 * Cuts rows into folds of the same size (the first ones have a row more when it does not come out even); each is the test part
 * once. The folds are those of scikit-learn's `KFold`, also shuffled, for the same random state.
 *
 * @example
 * for (const { train, test } of new KFold({ nSplits: 3 }).split(X)) …
 */
export class KFold implements Splitter {
  /** What kind of splitter it is. */
  readonly kind = 'KFold';
  /** How many folds there are. */
  readonly nSplits: number;
  /** The options, checked. */
  readonly options: CheckedFolds;

  /**
   * @param options see `FoldOptions`
   * @throws ParameterError when one is unknown, out of range, or does not go with another
   */
  constructor(options: FoldOptions = {}) {
    this.options = checkFoldOptions('KFold', options);
    this.nSplits = this.options.nSplits;
  }

  /**
   * The row numbers of each split's parts, ascending.
   *
   * @param X the rows, or how many there are
   * @throws ParameterError when X is neither, FoldError when there are fewer rows than folds
   */
  split(X: Splittable | number): Iterable<SplitIndices> {
    const { nSplits, options } = this;
    const rows = rowsToCut('KFold', X, nSplits);
    const order = options.shuffle ? checkRandomState(options.randomState).permutation(rows) : undefined;
    const folds = new Int32Array(rows);
    const size = Math.floor(rows / nSplits);
    let at = 0;
    for (let fold = 0; fold < nSplits; fold++) {
      const end = at + size + (fold < rows % nSplits ? 1 : 0);
      for (; at < end; at++) folds[order?.[at] ?? at] = fold;
    }
    return splitsOf(folds, nSplits);
  }
}

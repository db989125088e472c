import { ParameterError, ShapeError } from '@tenfold/core';
import { findLabelFault, isList, type Label, type Labels } from '@tenfold/linalg';
import { checkRandomState } from '@tenfold/random';

import type { SplitIndices } from '../stratified.js';
import type { Splittable } from '../take.js';
import {
  type CheckedFolds,
  checkFoldOptions,
  FoldError,
  type FoldOptions,
  rowsToCut,
  type Splitter,
  splitsOf,
} from './splitter.js';

const OWNER = 'StratifiedKFold';

/**
 * Cuts rows into folds that each have the classes in the proportions of the whole; each is the test part once. The folds are
 * those of scikit-learn's `StratifiedKFold`, also shuffled, for the same random state. A class may have fewer rows than there
 * are folds, if another has as many: some folds then have none of it.
 */
export class StratifiedKFold implements Splitter {
  /** What kind of splitter it is. */
  readonly kind = 'StratifiedKFold';
  /** How many folds there are. */
  readonly nSplits: number;
  /** The options, checked. */
  readonly options: CheckedFolds;

  /**
   * @param options see `FoldOptions`
   * @throws ParameterError when one is unknown, out of range, or does not go with another
   */
  constructor(options: FoldOptions = {}) {
    this.options = checkFoldOptions(OWNER, options);
    this.nSplits = this.options.nSplits;
  }

  /**
   * The row numbers of each split's parts, ascending.
   *
   * @param X the rows, or how many there are
   * @param y the label of each row: whole numbers, text or booleans
   * @throws ParameterError when X or a label is none, ShapeError when there are not as many labels as rows, FoldError when
   *   every class has fewer rows than there are folds
   */
  split(X: Splittable | number, y: Labels): Iterable<SplitIndices> {
    const { nSplits, options } = this;
    const rows = rowsToCut(OWNER, X, nSplits);
    const { codes, counts } = byAppearance(checkLabels(rows, y));
    const most = counts.reduce((largest, count) => Math.max(largest, count), 0);
    if (most < nSplits) {
      const words = `at most as many folds as the largest class has rows (${most})`;
      throw new FoldError(nSplits, most, `${OWNER}: expected ${words}, got ${nSplits}`);
    }
    const random = options.shuffle ? checkRandomState(options.randomState) : undefined;
    const inTurn = allocate(counts, nSplits).map((own) => (random === undefined ? own : random.shuffle(own)));
    const next = new Int32Array(counts.length);
    return splitsOf(
      codes.map((code) => inTurn[code][next[code]++]),
      nSplits,
    );
  }
}

function checkLabels(rows: number, y: unknown): Labels {
  if (!isList(y)) throw new ParameterError(OWNER, 'y', 'an array of labels', y);
  if (y.length !== rows) throw new ShapeError(OWNER, `as many labels as rows (${rows})`, `${y.length}`);
  const fault = findLabelFault(y);
  if (fault !== undefined) throw new ParameterError(OWNER, `y[${fault.index}]`, fault.expected, fault.label);
  return y as Labels;
}

/** Class numbers in the order in which classes first come, and how many rows each has. */
function byAppearance(y: Labels): { codes: Int32Array; counts: number[] } {
  const numbers = new Map<Label, number>();
  const counts: number[] = [];
  const codes = Int32Array.from({ length: y.length }, (_, i) => {
    const label = y[i];
    const code = numbers.get(label) ?? counts.length;
    if (code === counts.length) {
      numbers.set(label, code);
      counts.push(0);
    }
    counts[code]++;
    return code;
  });
  return { codes, counts };
}

/**
 * The fold of each of a class's rows, in their order: the rows, sorted by class, are dealt to the folds in turn, which says
 * how many of each class a fold gets; a class's first rows then go to the first fold.
 */
function allocate(counts: readonly number[], nSplits: number): Int32Array[] {
  let dealt = 0;
  return counts.map((count) => {
    const shares = new Int32Array(nSplits);
    for (let i = 0; i < count; i++) shares[(dealt + i) % nSplits]++;
    dealt += count;
    const folds = new Int32Array(count);
    let at = 0;
    for (const [fold, share] of shares.entries()) folds.fill(fold, at, (at += share));
    return folds;
  });
}

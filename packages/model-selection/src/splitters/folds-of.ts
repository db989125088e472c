import { checkInteger, InputError, ParameterError } from '@tenfold/core';
import { isList, type Labels } from '@tenfold/linalg';

import type { SplitIndices } from '../stratified.js';
import type { Splitter } from './splitter.js';
import { StratifiedKFold } from './stratified-k-fold.js';

/** The row numbers of a training and a test part. */
export type IndexPair = readonly [train: ArrayLike<number>, test: ArrayLike<number>];

/**
 * How rows are split for cross-validation: into a number of stratified folds, by a splitter, or into the parts that are
 * listed. A row may be in a training part more than once, and need not be in any.
 */
export type CrossValidation = number | Splitter | Iterable<IndexPair | SplitIndices>;

/** A listed split does not fit the rows. */
export class SplitIndexError extends InputError {
  /**
   * @param split which split, from 0
   * @param part which of its parts
   * @param message what is wrong
   */
  constructor(
    readonly split: number,
    readonly part: 'train' | 'test',
    message: string,
  ) {
    super(message);
  }
}

/** Whether a value splits rows. */
export function isSplitter(value: unknown): value is Splitter {
  return typeof value === 'object' && value !== null && 'split' in value && typeof value.split === 'function';
}

/**
 * The splits of labelled rows.
 *
 * @param cv how they are split
 * @param y the label of each row
 * @param owner the function or class that was called, for error messages
 * @throws ParameterError when `cv` is nothing of the kind or has no split; SplitIndexError when a part is empty or has a
 *   number that is no row's; FoldError when there are too few rows
 */
export function foldsOf(cv: CrossValidation, y: Labels, owner = 'foldsOf'): SplitIndices[] {
  if (typeof cv === 'number') {
    const nSplits = checkInteger(owner, 'cv', cv, { min: 2 });
    return [...new StratifiedKFold({ nSplits }).split(y.length, y)];
  }
  const given: unknown = isSplitter(cv) ? cv.split(y.length, y) : cv;
  if (!isIterable(given)) throw wrong(owner, given);
  const splits = Array.from(given, (split, i) => readSplit(split, { i, rows: y.length, owner }));
  if (splits.length === 0) throw wrong(owner, given);
  return splits;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

function wrong(owner: string, value: unknown): ParameterError {
  const expected = 'a whole number of at least 2, a splitter, or splits as pairs of row numbers';
  return new ParameterError(owner, 'cv', expected, value);
}

interface Place {
  readonly i: number;
  readonly rows: number;
  readonly owner: string;
}

function readSplit(split: unknown, place: Place): SplitIndices {
  const [train, test] = partsOf(split);
  if (!isList(train) || !isList(test))
    throw new ParameterError(
      place.owner,
      `cv[${place.i}]`,
      'row numbers of a training and a test part',
      split,
    );
  return { train: readPart(train, 'train', place), test: readPart(test, 'test', place) };
}

function partsOf(split: unknown): readonly unknown[] {
  if (Array.isArray(split)) return split.length === 2 ? split : [];
  if (typeof split !== 'object' || split === null) return [];
  const { train, test } = split as Readonly<Record<string, unknown>>;
  return [train, test];
}

function readPart(
  indices: ArrayLike<unknown>,
  part: 'train' | 'test',
  { i, rows, owner }: Place,
): Uint32Array<ArrayBuffer> {
  const at = `${owner}: the ${part} part of split ${i}`;
  if (indices.length === 0) throw new SplitIndexError(i, part, `${at}: expected one row or more, got none`);
  return Uint32Array.from(indices, (row) => {
    if (typeof row === 'number' && Number.isInteger(row) && row >= 0 && row < rows) return row;
    const message = `${at}: expected row numbers from 0 to ${rows - 1}, got ${String(row)}`;
    throw new SplitIndexError(i, part, message);
  });
}

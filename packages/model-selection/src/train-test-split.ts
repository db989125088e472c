import { ParameterError, ShapeError } from '@tenfold/core';

import { isOptions, type SplitOptions } from './check-options.js';
import { splitIndices } from './split-indices.js';
import { isMatrix, type Part, rowCount, slice, type Splittable, take } from './take.js';

/** The parts of each array in turn: train, test, train, test, … */
export type SplitParts<T extends readonly Splittable[]> = T extends readonly [
  infer First extends Splittable,
  ...infer Rest extends readonly Splittable[],
]
  ? [Part<First>, Part<First>, ...SplitParts<Rest>]
  : [];

/**
 * Splits any number of arrays of the same length into training and test parts: the rows of scikit-learn's
 * `train_test_split` for the same random state, in the same order. What comes back is of the kind that went in: a
 * `ByteMatrix` stays bytes, a `CsrMatrix` stays sparse, any other matrix gives a `Matrix`, a typed array its own kind, an array an array.
 *
 * Shuffled parts are copies; with `shuffle: false` the parts of bytes and typed arrays are views on them.
 *
 * @param arrays one or more arrays or matrices with one row a sample, and then the options, if any
 * @returns train and test part of the first array, of the second, …
 * @throws ParameterError for a bad option, an unknown one, an argument of another kind, or no array at all
 * @throws ShapeError when the arrays are of different lengths, or a matrix has no column
 * @throws SplitSizeError when a part would be empty or both together are more than there are rows
 * @throws StratifyError when a class has one member or a part has fewer rows than there are classes
 * @example
 * const [xTrain, xTest, yTrain, yTest] = trainTestSplit(X, y, { testSize: 0.25, randomState: 0 });
 */
export function trainTestSplit<T extends readonly [Splittable, ...Splittable[]]>(...arrays: T): SplitParts<T>;
export function trainTestSplit<T extends readonly [Splittable, ...Splittable[]]>(
  ...args: readonly [...arrays: T, options: SplitOptions]
): SplitParts<T>;
export function trainTestSplit(...args: readonly (Splittable | SplitOptions)[]): unknown[] {
  const { arrays, options } = separate(args);
  const rows = commonRowCount(arrays);
  const { train, test } = splitIndices(rows, options);
  if (options.shuffle === false) {
    const end = train.length + test.length;
    return arrays.flatMap((array) => [slice(array, 0, train.length), slice(array, train.length, end)]);
  }
  return arrays.flatMap((array) => [take(array, train), take(array, test)]);
}

function separate(args: readonly (Splittable | SplitOptions)[]): {
  arrays: Splittable[];
  options: SplitOptions;
} {
  const last = args.at(-1);
  const hasOptions = !isSplittable(last) && isOptions(last);
  const arrays = hasOptions ? args.slice(0, -1) : args;
  arrays.forEach((value, i) => {
    if (isSplittable(value)) return;
    throw new ParameterError('trainTestSplit', `argument ${i + 1}`, 'a matrix or an array', value);
  });
  if (arrays.length === 0)
    throw new ParameterError('trainTestSplit', 'argument 1', 'a matrix or an array', last);
  return { arrays: arrays as Splittable[], options: hasOptions ? last : {} };
}

function isSplittable(value: unknown): value is Splittable {
  return Array.isArray(value) || isMatrix(value) || (ArrayBuffer.isView(value) && 'length' in value);
}

function commonRowCount(arrays: readonly Splittable[]): number {
  arrays.forEach((array, i) => {
    if (!isMatrix(array) || array.columns > 0) return;
    throw new ShapeError('trainTestSplit', `one column or more in argument ${i + 1}`, '0');
  });
  const [first, ...others] = arrays.map(rowCount);
  others.forEach((count, i) => {
    if (count === first) return;
    throw new ShapeError(
      'trainTestSplit',
      `as many rows in argument ${i + 2} as in the first (${first})`,
      `${count}`,
    );
  });
  return first;
}

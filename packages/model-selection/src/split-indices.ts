import { checkSplit, type SplitOptions } from './check-options.js';
import { stratifiedIndices, type SplitIndices } from './stratified.js';

/**
 * The rows that go into each part: those that scikit-learn's `train_test_split` picks for the same
 * `random_state`, in the same order.
 *
 * @param rows number of rows, 2 to 2^32 - 1
 * @throws ParameterError for a bad option, or an unknown one
 * @throws SplitSizeError when a part would be empty or both together are more than there are rows
 * @throws StratifyError when a class has one member or a part has fewer rows than there are classes
 * @throws ShapeError when there are not as many `stratify` labels as rows
 */
export function splitIndices(rows: number, options: SplitOptions = {}): SplitIndices {
  const { sizes, random, shuffle, stratify } = checkSplit(rows, options);
  const { train, test } = sizes;
  if (!shuffle) return { train: range(0, train), test: range(train, train + test) };
  if (stratify !== undefined) return stratifiedIndices(stratify, sizes, random);
  const order = random.permutation(rows);
  return { train: order.slice(test, test + train), test: order.slice(0, test) };
}

function range(start: number, end: number): Uint32Array<ArrayBuffer> {
  return Uint32Array.from({ length: end - start }, (_, i) => start + i);
}

import { checkBoolean, checkInteger, ParameterError, ShapeError } from '@tenfold/errors';
import type { Labels } from '@tenfold/linalg';
import { checkRandomState, type RandomState, type Seed } from '@tenfold/random';

import { partSizes, type SplitSizes } from './split-sizes.js';
import { stratifiedIndices, type SplitIndices } from './stratified.js';

/** How to split. */
export interface SplitOptions extends SplitSizes {
  /**
   * The seed, or a generator that goes on. Default 0: without a seed the split is the same each time (where
   * scikit-learn's would differ).
   */
  randomState?: Seed | RandomState | undefined;
  /** Whether to shuffle before splitting. Default true; false takes the first rows to train and the next to test. */
  shuffle?: boolean | undefined;
  /** Labels, one a row, whose proportions both parts keep. Default none. Needs `shuffle`. */
  stratify?: Labels | undefined;
}

/**
 * The rows that go into each part: those that scikit-learn's `train_test_split` picks for the same
 * `random_state`, in the same order.
 *
 * @param rows number of rows, 2 or more
 * @throws ParameterError for a bad option
 * @throws SplitSizeError when a part would be empty or both together are more than there are rows
 * @throws StratifyError when a class has one member or a part has fewer rows than there are classes
 * @throws ShapeError when there are not as many `stratify` labels as rows
 */
export function splitIndices(rows: number, options: SplitOptions = {}): SplitIndices {
  checkInteger('trainTestSplit', 'the number of rows', rows, { min: 2 });
  const { shuffle = true, stratify, randomState } = options;
  checkBoolean('trainTestSplit', 'shuffle', shuffle);
  const sizes = partSizes(rows, options);
  if (!shuffle) {
    if (stratify !== undefined)
      throw new ParameterError('trainTestSplit', 'shuffle', 'true to stratify', shuffle);
    return { train: range(0, sizes.train), test: range(sizes.train, sizes.train + sizes.test) };
  }
  const random = checkRandomState(randomState);
  if (stratify === undefined) {
    const order = random.permutation(rows);
    return { train: order.slice(sizes.test, sizes.test + sizes.train), test: order.slice(0, sizes.test) };
  }
  if (stratify.length !== rows) {
    throw new ShapeError('trainTestSplit', `as many stratify labels as rows (${rows})`, `${stratify.length}`);
  }
  return stratifiedIndices(stratify, sizes, random);
}

function range(start: number, end: number): Uint32Array<ArrayBuffer> {
  return Uint32Array.from({ length: end - start }, (_, i) => start + i);
}

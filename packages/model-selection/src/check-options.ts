import { checkBoolean, checkInteger, checkNames, ParameterError, ShapeError } from '@tenfold/core';
import { findLabelFault, isList, type Labels } from '@tenfold/linalg';
import { checkRandomState, type RandomState, type Seed } from '@tenfold/random';

import { partSizes, type PartSizes, type SplitSizes } from './split-sizes.js';

const OWNER = 'trainTestSplit';
const NAMES = ['testSize', 'trainSize', 'randomState', 'shuffle', 'stratify'];
const MOST_ROWS = 2 ** 32 - 1;

/** How to split. */
export interface SplitOptions extends SplitSizes {
  /**
   * The seed, or a generator, which is advanced. Default 0: without a seed the split is the same each time (where
   * scikit-learn's would differ).
   */
  randomState?: Seed | RandomState | undefined;
  /** Whether to shuffle before splitting. Default true; false takes the first rows to train and the next to test. */
  shuffle?: boolean | undefined;
  /**
   * Labels, one a row, whose proportions both parts keep: finite numbers, text or booleans. Default none. Needs `shuffle`.
   */
  stratify?: Labels | undefined;
}

/** Options that have been checked. */
export interface CheckedSplit {
  readonly sizes: PartSizes;
  readonly random: RandomState;
  readonly shuffle: boolean;
  readonly stratify: Labels | undefined;
}

/** Whether a value can be a set of options at all: an object, and no array, map, matrix or the like. */
export function isOptions(value: unknown): value is SplitOptions {
  return Object.prototype.toString.call(value) === '[object Object]';
}

/**
 * Checks the number of rows and the options once and for all.
 *
 * @throws ParameterError for too few or too many rows, or an option that is unknown or out of range
 * @throws SplitSizeError when a part would be empty or both together are more than there are rows
 * @throws ShapeError when there are not as many `stratify` labels as rows
 */
export function checkSplit(rows: number, options: SplitOptions): CheckedSplit {
  checkInteger(OWNER, 'the number of rows', rows, { min: 2, max: MOST_ROWS });
  checkNames(OWNER, options, NAMES);
  const shuffle = checkBoolean(OWNER, 'shuffle', options.shuffle ?? true);
  const sizes = partSizes(rows, options);
  const random = checkRandomState(options.randomState);
  const { stratify } = options;
  if (stratify !== undefined) {
    checkStrata(rows, stratify);
    if (!shuffle) throw new ParameterError(OWNER, 'shuffle', 'true to stratify', shuffle);
  }
  return { sizes, random, shuffle, stratify };
}

function checkStrata(rows: number, labels: unknown): void {
  if (!isList(labels)) throw new ParameterError(OWNER, 'stratify', 'an array of labels', labels);
  if (labels.length !== rows) {
    throw new ShapeError(OWNER, `as many stratify labels as rows (${rows})`, `${labels.length}`);
  }
  const fault = findLabelFault(labels, { fractions: true });
  if (fault !== undefined) {
    throw new ParameterError(OWNER, `stratify[${fault.index}]`, fault.expected, fault.label);
  }
}

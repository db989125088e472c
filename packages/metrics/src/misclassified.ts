import {
  checkedLater,
  checkInteger,
  checkOptions,
  choiceOption,
  type OptionReaders,
  ParameterError,
  ShapeError,
} from '@tenfold/core';
import { classPositions, type Label, type Labels, largest, type MatrixLike } from '@tenfold/linalg';

import { checkNumbers, checkTargets, labelsOption } from './checks.js';
import { UnknownLabelError } from './errors.js';
import { checkGivenLabels, type LabelOf } from './labels.js';
import { readScores, rowOf } from './probabilities.js';

/** A sample whose prediction is wrong. */
export interface Misclassified<L extends Label = Label> {
  /** The sample: its place in `yTrue` counted from 0, or what `indices` says of that place. */
  index: number;
  /** The true label. */
  actual: L;
  /** The predicted label. */
  predicted: L;
  /** How sure the model was of the wrong answer, from 0 to 1; present when `proba` was given. */
  confidence?: number;
}

/** Options of `misclassified`. */
export interface MisclassifiedOptions {
  /**
   * The predicted probabilities, samples × classes, or a list with the probability of each prediction. The
   * confidence is the largest of a row unless `labels` names the columns. Default: no confidences.
   */
  proba?: MatrixLike | ArrayLike<number>;
  /** The classes of the columns of `proba`: the confidence is then that of the predicted class. */
  labels?: Labels;
  /**
   * The number of each sample in a larger data set, such as the row that a split took it from, to be reported as
   * `index`. Default: 0, 1, 2, …
   */
  indices?: ArrayLike<number>;
  /** `'index'` (default): in row order. `'confidence'`: the surest errors first, ties in row order; needs `proba`. */
  sortBy?: 'index' | 'confidence';
}

const OPTIONS = {
  proba: checkedLater<MatrixLike | ArrayLike<number> | undefined>(),
  labels: labelsOption,
  indices: checkedLater<ArrayLike<number> | undefined>(),
  sortBy: choiceOption('index', ['index', 'confidence']),
} satisfies OptionReaders<MisclassifiedOptions>;

/**
 * The samples that were predicted wrong, each with its row.
 *
 * The loop often seen in tutorials counts its index up only when it finds a miss, so that its "indices" are 0, 1,
 * 2, … whatever the rows were, and the pictures shown under them are of other images. Here `index` is the row:
 * `images.row(miss.index)` is the image that was misread.
 *
 * @param yTrue the true labels: whole numbers or text
 * @param yPred the predicted labels, as many and of the same kind
 * @returns one entry a miss; empty when every prediction is right
 * @throws ShapeError when there are no samples, or lengths or columns do not fit
 * @throws ParameterError when labels mix numbers and text, an index is no whole number, `sortBy` is neither word,
 *   or `proba` is missing where it is needed
 * @throws NonFiniteError when a probability is NaN or infinite
 * @throws UnknownLabelError when a wrong prediction is not in `labels`
 */
export function misclassified<L extends Labels>(
  yTrue: L,
  yPred: Labels,
  options: MisclassifiedOptions = {},
): Misclassified<LabelOf<L>>[] {
  const owner = 'misclassified';
  const { proba, labels, indices, sortBy } = checkOptions(owner, options, OPTIONS);
  const { trueCodes, predictedCodes } = checkTargets(owner, yTrue, yPred, undefined);
  const confidenceOf = openConfidences(owner, yTrue, yPred, proba, labels);
  const indexOf = openIndices(owner, yTrue.length, indices);
  if (sortBy === 'confidence' && confidenceOf === undefined) {
    throw new ParameterError(owner, 'proba', "given for sortBy 'confidence'", undefined);
  }
  const misses: Misclassified[] = [];
  for (let i = 0; i < trueCodes.length; i++) {
    if (trueCodes[i] === predictedCodes[i]) continue;
    const miss = { index: indexOf(i), actual: yTrue[i], predicted: yPred[i] };
    misses.push(confidenceOf === undefined ? miss : { ...miss, confidence: confidenceOf(i) });
  }
  if (sortBy === 'confidence') misses.sort((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0));
  return misses as Misclassified<LabelOf<L>>[];
}

function openIndices(owner: string, n: number, indices?: ArrayLike<number>): (row: number) => number {
  if (indices === undefined) return (row) => row;
  const numbers = checkNumbers(owner, 'indices', indices);
  if (numbers.length !== n) throw new ShapeError(owner, `${n} indices`, `${numbers.length}`);
  return (row) => checkInteger(owner, `indices[${row}]`, numbers[row], { min: 0 });
}

function openConfidences(
  owner: string,
  yTrue: Labels,
  yPred: Labels,
  proba: MatrixLike | ArrayLike<number> | undefined,
  labels: Labels | undefined,
): ((row: number) => number) | undefined {
  if (proba === undefined) return undefined;
  const table = readScores(owner, 'proba', proba);
  if (table.rows !== yTrue.length) {
    throw new ShapeError(owner, `${yTrue.length} rows of proba`, `${table.rows}`);
  }
  if (labels === undefined) return (row) => largest(rowOf(table, row));
  const classes = checkGivenLabels(owner, labels, [['yTrue', yTrue]]);
  if (classes.length !== table.columns) {
    throw new ShapeError(owner, `a column of proba for each of ${classes.length} labels`, `${table.columns}`);
  }
  const columns = classPositions(yPred, classes);
  return (row) => {
    if (columns[row] < 0) throw new UnknownLabelError(owner, `yPred[${row}]`, yPred[row], classes);
    return rowOf(table, row)[columns[row]];
  };
}

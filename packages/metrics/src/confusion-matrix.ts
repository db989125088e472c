import { checkOptions, choiceOption, type OptionReaders } from '@tenfold/core';
import { classPositions, type Label, type Labels, Matrix } from '@tenfold/linalg';

import { checkTargets, labelsOption, sampleWeightOption, type Targets, type WeightOption } from './checks.js';
import { UnknownLabelError } from './errors.js';
import { checkGivenLabels } from './labels.js';
import { pairwiseSum } from './sums.js';

/** Options of `confusionMatrix`. */
export interface ConfusionMatrixOptions extends WeightOption {
  /**
   * The classes of the rows and columns, in this order; samples of other classes are left out. Default: every
   * label present in `yTrue` or `yPred`, numbers ascending, text by code point.
   */
  labels?: Labels;
  /**
   * Divide each cell by the sum of its row (`'true'`), of its column (`'pred'`) or of the whole matrix (`'all'`);
   * a sum of 0 gives 0. Default: counts, or total weights, as they are.
   */
  normalize?: 'true' | 'pred' | 'all';
}

const OPTIONS = {
  labels: labelsOption,
  normalize: choiceOption(undefined, ['true', 'pred', 'all']),
  sampleWeight: sampleWeightOption,
} satisfies OptionReaders<ConfusionMatrixOptions>;

/**
 * How often class i was predicted as class j: one row a true class, one column a predicted class. Mirrors
 * scikit-learn's `confusion_matrix`.
 *
 * @param yTrue the true labels: whole numbers or text
 * @param yPred the predicted labels, as many and of the same kind
 * @returns a square matrix, classes × classes
 * @throws ShapeError when there are no samples, the lengths differ, or `labels` is empty
 * @throws ParameterError when labels mix numbers and text, `labels` repeats one, a weight is negative or NaN, or
 *   `normalize` is none of the three
 * @throws UnknownLabelError when none of `labels` is in `yTrue`
 */
export function confusionMatrix(yTrue: Labels, yPred: Labels, options: ConfusionMatrixOptions = {}): Matrix {
  const owner = 'confusionMatrix';
  const { labels, normalize, sampleWeight } = checkOptions(owner, options, OPTIONS);
  const targets = checkTargets(owner, yTrue, yPred, sampleWeight);
  const classes = labels === undefined ? targets.present : chooseClasses(owner, labels, yTrue);
  const matrix = countPairs(targets, classes);
  if (normalize !== undefined) normalizeCells(matrix, normalize);
  return matrix;
}

/** Counts, or sums the weights of, each pair of true and predicted class. */
export function countPairs(
  { present, trueCodes, predictedCodes, weights }: Targets,
  classes: Label[],
): Matrix {
  const places = classPositions(present as string[], classes);
  const matrix = Matrix.zeros(classes.length, classes.length);
  for (let i = 0; i < trueCodes.length; i++) {
    const row = places[trueCodes[i]];
    const column = places[predictedCodes[i]];
    if (row < 0 || column < 0) continue;
    matrix.set(row, column, matrix.get(row, column) + (weights?.[i] ?? 1));
  }
  return matrix;
}

function chooseClasses(owner: string, labels: Labels, yTrue: Labels): Label[] {
  const classes = checkGivenLabels(owner, labels, [['yTrue', yTrue]]);
  const present = new Set<Label>(yTrue);
  if (!classes.some((label) => present.has(label))) {
    throw new UnknownLabelError(owner, 'labels', classes[0], [...present]);
  }
  return classes;
}

function normalizeCells(matrix: Matrix, normalize: 'true' | 'pred' | 'all'): void {
  const size = matrix.rows;
  const rowSums = matrix.to2DArray().map((row) => pairwiseSum(row));
  const columnSums = matrix.sum('column');
  const total = pairwiseSum(matrix.to1DArray());
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const sum = { true: rowSums[i], pred: columnSums[j], all: total }[normalize];
      matrix.set(i, j, sum === 0 ? 0 : matrix.get(i, j) / sum);
    }
  }
}

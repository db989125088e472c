import {
  type CheckedOptions,
  checkOptions,
  choiceOption,
  type OptionReaders,
  orNull,
  ParameterError,
  ShapeError,
} from '@tenfold/core';
import {
  classPositions,
  compareLabels,
  type Label,
  type Labels,
  largest,
  type MatrixLike,
} from '@tenfold/linalg';

import {
  checkSameLength,
  checkWeights,
  labelsOption,
  sampleWeightOption,
  type WeightOption,
} from './checks.js';
import { OneClassError, UnknownLabelError } from './errors.js';
import { checkGivenLabels, sortedUnion } from './labels.js';
import { checkRowSums, readScores, type ScoreTable } from './probabilities.js';
import { type AucAverage, averageOneVsOne, averageOneVsRest, binaryAuc } from './roc-auc-averages.js';

/** Options of `rocAucScore`. */
export interface RocAucOptions extends WeightOption {
  /**
   * With more than two classes: `'macro'` (default) is the plain mean, `'weighted'` the mean weighted by true
   * samples, `'micro'` (only `'ovr'`) takes every cell as a sample, and `null` (only `'ovr'`) gives one area
   * a class. Not used with two classes.
   */
  average?: AucAverage | null;
  /**
   * With more than two classes, required: `'ovr'` sets each class against all the others, `'ovo'` each pair of
   * classes against each other. Not used with two classes.
   */
  multiClass?: 'ovr' | 'ovo';
  /**
   * Every class there is, ascending, one a column of `yScore`; needed when `yTrue` does not show them all. Default:
   * the labels present in `yTrue`. Not used with two classes.
   */
  labels?: Labels;
}

const OPTIONS = {
  average: orNull(choiceOption('macro', ['macro', 'weighted', 'micro'])),
  multiClass: choiceOption(undefined, ['ovr', 'ovo']),
  labels: labelsOption,
  sampleWeight: sampleWeightOption,
} satisfies OptionReaders<RocAucOptions>;

/** Tolerances of the sum of a row's scores, absolute and relative. */
const SUM_TOLERANCE = 1e-8 + 1e-5;

/**
 * The area under the ROC curve: the chance that a positive sample scores higher than a negative one, ties counting
 * half. Mirrors scikit-learn's `roc_auc_score`. A class of `labels` that `yTrue` does not show has an area of NaN:
 * so has the macro average then; the weighted average leaves the class out.
 *
 * Averages over pairs follow Hand and Till (2001), "A simple generalisation of the area under the ROC curve for
 * multiple class classification problems", Machine Learning 45, doi:10.1023/A:1010920819831.
 *
 * @param yTrue the true labels: whole numbers or text
 * @param yScore with two classes a list of scores of the larger label, such as one column of probabilities or
 *   decision values; with more a matrix of probabilities, samples × classes
 * @returns the area, or one a class with `average: null`
 * @throws ShapeError when there are no samples, or lengths or columns do not fit
 * @throws NonFiniteError, ParameterError when a score is NaN or infinite, or an option is outside its range
 * @throws ProbabilityError when with more than two classes a row does not sum to one within 1.001e-5
 * @throws OneClassError when `yTrue` shows only one class of two, or all the weight is on one
 * @throws UnknownLabelError when `yTrue` holds a label that is not in `labels`
 */
export function rocAucScore(
  yTrue: Labels,
  yScore: MatrixLike | ArrayLike<number>,
  options: RocAucOptions & { average: null },
): number[];
export function rocAucScore(
  yTrue: Labels,
  yScore: MatrixLike | ArrayLike<number>,
  options?: RocAucOptions & { average?: AucAverage },
): number;
export function rocAucScore(
  yTrue: Labels,
  yScore: MatrixLike | ArrayLike<number>,
  options: RocAucOptions = {},
): number | number[] {
  const owner = 'rocAucScore';
  const checked = checkOptions(owner, options, OPTIONS);
  const present = sortedUnion(owner, [['yTrue', yTrue]]);
  const table = readScores(owner, 'yScore', yScore);
  checkSameLength(owner, 'score', yTrue.length, table.rows);
  const weights = checkWeights(owner, checked.sampleWeight, yTrue.length);
  return present.length <= 2 && table.columns <= 2
    ? scoreBinary(owner, yTrue, present, table, weights)
    : scoreMulticlass(owner, yTrue, present, table, weights, checked);
}

function scoreBinary(
  owner: string,
  yTrue: Labels,
  present: Label[],
  table: ScoreTable,
  weights: Float64Array | undefined,
): number {
  if (table.columns !== 1) {
    const expected = 'with two classes a single column of scores, those of the larger label';
    throw new ShapeError(owner, expected, `${table.columns} columns`);
  }
  const codes = classPositions(yTrue, present);
  const counted = new Set(codes.filter((_, i) => weights?.[i] !== 0));
  if (counted.size < 2) throw new OneClassError(owner, present[largest(counted)]);
  return binaryAuc(Uint8Array.from(codes), Float64Array.from(table.data), weights);
}

function scoreMulticlass(
  owner: string,
  yTrue: Labels,
  present: Label[],
  table: ScoreTable,
  weights: Float64Array | undefined,
  { average, multiClass, labels }: CheckedOptions<typeof OPTIONS>,
): number | number[] {
  if (multiClass === undefined) {
    throw new ParameterError(owner, 'multiClass', "'ovr' or 'ovo' with more than two classes", multiClass);
  }
  const classes = labels === undefined ? present : checkClasses(owner, yTrue, present, labels);
  if (classes.length !== table.columns) {
    const expected = `one column of yScore a class (${classes.length}; pass labels where yTrue lacks some)`;
    throw new ShapeError(owner, expected, `${table.columns}`);
  }
  checkRowSums(owner, table, SUM_TOLERANCE);
  const codes = classPositions(yTrue, classes);
  if (multiClass === 'ovr') return averageOneVsRest(codes, table, weights, average);
  if (weights !== undefined) {
    throw new ParameterError(owner, 'sampleWeight', "left out with multiClass 'ovo'", weights);
  }
  if (average === 'macro' || average === 'weighted') return averageOneVsOne(codes, table, average);
  throw new ParameterError(owner, 'average', "'macro' or 'weighted' with multiClass 'ovo'", average);
}

function checkClasses(owner: string, yTrue: Labels, present: Label[], labels: Labels): Label[] {
  const classes = checkGivenLabels(owner, labels, [['yTrue', yTrue]]);
  if (classes.some((label, i) => i > 0 && compareLabels(classes[i - 1], label) > 0)) {
    throw new ParameterError(owner, 'labels', 'in ascending order, as the columns of yScore', labels);
  }
  const known = new Set(classes);
  const unknown = present.find((label) => !known.has(label));
  if (unknown !== undefined) throw new UnknownLabelError(owner, 'yTrue', unknown, classes);
  return classes;
}

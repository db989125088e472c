import { booleanOption, checkOptions, type OptionReaders, ShapeError } from '@tenfold/core';
import { classPositions, compareLabels, type Label, type Labels, type MatrixLike } from '@tenfold/linalg';

import {
  checkSameLength,
  checkWeights,
  labelsOption,
  sampleWeightOption,
  type WeightOption,
} from './checks.js';
import { OneClassError, ProbabilityError, UnknownLabelError } from './errors.js';
import { checkGivenLabels, sortedUnion } from './labels.js';
import {
  findUnevenRows,
  isSinglePrecision,
  readScores,
  type ScoreTable,
  type UnevenRows,
} from './probabilities.js';
import { mean, weightedSum } from './sums.js';
import { onWarningOption, type ProbabilityWarning, probabilityWarning } from './warnings.js';

/** Options of `logLoss`. */
export interface LogLossOptions extends WeightOption {
  /**
   * Every class there is, in any order; needed when `yTrue` does not show them all. The columns of `yProba` stand
   * in ascending order whatever the order here. Default: the labels present in `yTrue`.
   */
  labels?: Labels;
  /** Whether to give the mean over the samples (default true) or their sum (false). */
  normalize?: boolean;
  /**
   * Called once when rows do not sum to one, with the first of them. Default: Node's `process.emitWarning`;
   * nothing where there is no process.
   */
  onWarning?: (warning: ProbabilityWarning) => void;
}

const OPTIONS = {
  labels: labelsOption,
  normalize: booleanOption(true),
  onWarning: onWarningOption,
  sampleWeight: sampleWeightOption,
} satisfies OptionReaders<LogLossOptions>;

/** Machine epsilon of single precision. */
const SINGLE_EPSILON = 2 ** -23;

/** The absolute part of the tolerance for a sum of one. */
const ABSOLUTE_TOLERANCE = 1e-8;

/**
 * The logistic or cross-entropy loss: the mean of -log(p), p the probability given to the true class, natural
 * logarithm. p is clipped to [ε, 1 - ε] with ε the machine epsilon (2⁻⁵², or 2⁻²³ for rows of Float32Array), so
 * that a certain error costs 36.04 rather than infinity. Rows that do not sum to one, whatever they sum to, are taken
 * as they are, with a warning. Mirrors scikit-learn's `log_loss`.
 *
 * @param yTrue the true labels: whole numbers or text
 * @param yProba probabilities, samples × classes, columns in ascending order of the labels; or, for two classes,
 *   a list (or one column) of the probability of the larger label
 * @throws ShapeError when there are no samples, the lengths differ, or there are more or fewer columns than classes
 * @throws NonFiniteError, ParameterError when a probability is NaN or infinite, or a weight negative or NaN
 * @throws ProbabilityError when a value is outside 0 to 1; sums that differ from one by more than 1e-8 + √ε are a
 *   `ProbabilityWarning`
 * @throws UnknownLabelError when `yTrue` holds a label that is not in `labels`
 * @throws OneClassError when there is only one class
 */
export function logLoss(
  yTrue: Labels,
  yProba: MatrixLike | ArrayLike<number>,
  options: LogLossOptions = {},
): number {
  const owner = 'logLoss';
  const { labels, normalize, sampleWeight, onWarning } = checkOptions(owner, options, OPTIONS);
  const classes = chooseClasses(owner, yTrue, labels);
  const table = readScores(owner, 'yProba', yProba);
  checkSameLength(owner, 'probability', yTrue.length, table.rows);
  const epsilon = isSinglePrecision(yProba) ? SINGLE_EPSILON : Number.EPSILON;
  const uneven = checkProbabilities(owner, table, classes.length, epsilon);
  const weights = checkWeights(owner, sampleWeight, yTrue.length);
  if (uneven !== undefined) onWarning(probabilityWarning(owner, uneven));
  const losses = sampleLosses(table, classPositions(yTrue, classes), epsilon);
  return normalize ? mean(losses, weights) : weightedSum(losses, weights);
}

function chooseClasses(owner: string, yTrue: Labels, labels: Labels | undefined): Label[] {
  const present = sortedUnion(owner, [['yTrue', yTrue]]);
  if (present.length === 0) throw new ShapeError(owner, 'at least one sample', 'none');
  const classes =
    labels === undefined ? present : checkGivenLabels(owner, labels, [['yTrue', yTrue]]).sort(compareLabels);
  const known = new Set(classes);
  const unknown = present.find((label) => !known.has(label));
  if (unknown !== undefined) throw new UnknownLabelError(owner, 'yTrue', unknown, classes);
  if (classes.length === 1) throw new OneClassError(owner, classes[0]);
  return classes;
}

function checkProbabilities(
  owner: string,
  table: ScoreTable,
  nClasses: number,
  epsilon: number,
): UnevenRows | undefined {
  const { columns, data } = table;
  const outside = data.findIndex((p) => p < 0 || p > 1);
  if (outside >= 0) throw new ProbabilityError(owner, Math.floor(outside / columns), 'holds', data[outside]);
  if (columns !== nClasses && !(columns === 1 && nClasses === 2)) {
    const expected = `one column of yProba a class (${nClasses}; pass labels where yTrue lacks some)`;
    throw new ShapeError(owner, expected, `${columns}`);
  }
  if (columns === 1) return undefined;
  const tolerance = ABSOLUTE_TOLERANCE + Math.sqrt(epsilon);
  return findUnevenRows(table, tolerance);
}

/** The loss of each sample. A single column p stands for the columns 1 - p and p. */
function sampleLosses({ columns, data }: ScoreTable, codes: Int32Array, epsilon: number): Float64Array {
  return Float64Array.from(codes, (code, i) => {
    const p = columns > 1 ? data[i * columns + code] : code === 1 ? data[i] : 1 - data[i];
    return -Math.log(Math.min(Math.max(p, epsilon), 1 - epsilon));
  });
}

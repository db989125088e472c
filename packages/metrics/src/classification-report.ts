import {
  booleanOption,
  type CheckedOptions,
  checkedLater,
  checkOptions,
  integerOption,
  type OptionReaders,
  ParameterError,
  ShapeError,
} from '@tenfold/core';
import { classPositions, type Label, type Labels } from '@tenfold/linalg';

import { checkTargets, labelsOption, sampleWeightOption, type Targets, type WeightOption } from './checks.js';
import { checkGivenLabels } from './labels.js';
import { type AveragedScores, type ClassScores, scoreClasses } from './precision-recall-fscore-support.js';
import { zeroDivisionOption } from './precision-recall-options.js';
import { type Report, type ReportDict, type ReportRow, reportText, toDict } from './report-forms.js';
import { pairwiseSum } from './sums.js';

/** Options of `classificationReport`. */
export interface ReportOptions extends WeightOption {
  /** The classes to report, in this order. Default: every label present in `yTrue` or `yPred`, in order. */
  labels?: Labels;
  /** A name for each class, in the order of the classes. Default: the labels themselves. */
  targetNames?: readonly string[];
  /** Decimals of the scores in the text, from 0 to 100. Default 2. Not used by `outputDict`. */
  digits?: number;
  /** Whether to return an object instead of text. Default false. */
  outputDict?: boolean;
  /** The score where the division is 0 by 0: 0 (default), 1, or NaN, which averages leave out. */
  zeroDivision?: number;
}

const OPTIONS = {
  labels: labelsOption,
  targetNames: checkedLater<readonly string[] | undefined>(),
  digits: integerOption(2, { min: 0, max: 100 }),
  outputDict: booleanOption(false),
  zeroDivision: zeroDivisionOption,
  sampleWeight: sampleWeightOption,
} satisfies OptionReaders<ReportOptions>;

/**
 * Precision, recall, F1 and support of each class with their averages, as the text that scikit-learn's
 * `classification_report` prints, character by character, or as an object.
 *
 * The line after the classes is the accuracy where the labels cover all the data, and the micro average where
 * they leave samples out.
 *
 * @param yTrue the true labels: whole numbers or text
 * @param yPred the predicted labels, as many and of the same kind
 * @returns text that ends in a newline; with `outputDict: true` an object with one entry a class and one an
 *   average, whose names are those of the text
 * @throws ShapeError when there are no samples, lengths differ, or there are more or fewer names than classes
 * @throws ParameterError when an option is outside its range or labels mix numbers and text
 */
export function classificationReport(
  yTrue: Labels,
  yPred: Labels,
  options: ReportOptions & { outputDict: true },
): ReportDict;
export function classificationReport(
  yTrue: Labels,
  yPred: Labels,
  options?: ReportOptions & { outputDict?: false },
): string;
export function classificationReport(
  yTrue: Labels,
  yPred: Labels,
  options: ReportOptions = {},
): string | ReportDict {
  const owner = 'classificationReport';
  const checked = checkOptions(owner, options, OPTIONS);
  const report = computeReport(owner, yTrue, yPred, checked);
  return checked.outputDict ? toDict(report) : reportText(report, checked.digits);
}

function computeReport(
  owner: string,
  yTrue: Labels,
  yPred: Labels,
  { labels: given, targetNames, zeroDivision: zero, sampleWeight }: CheckedOptions<typeof OPTIONS>,
): Report {
  const targets = checkTargets(owner, yTrue, yPred, sampleWeight);
  const { present } = targets;
  const classes = given === undefined ? present : checkGivenLabels(owner, given, [['yTrue', yTrue]]);
  const scores = scoreClasses(targets, classes, null, 1, zero) as ClassScores;
  const total = pairwiseSum(scores.support);
  const average = (kind: 'micro' | 'macro' | 'weighted'): ReportRow => {
    const { precision, recall, fscore } = scoreClasses(targets, classes, kind, 1, zero) as AveragedScores;
    return { precision, recall, 'f1-score': fscore, support: total };
  };
  return {
    classes: nameClasses(owner, classes, targetNames).map((name, k) => [name, rowOf(scores, k)]),
    overall: average('micro'),
    overallIsAccuracy: classPositions(present as string[], classes).every((place) => place >= 0),
    macro: average('macro'),
    weighted: average('weighted'),
    hasFloatSupport: targets.weights !== undefined || !hasHit(targets),
  };
}

function hasHit({ trueCodes, predictedCodes }: Targets): boolean {
  return trueCodes.some((code, i) => code === predictedCodes[i]);
}

function nameClasses(
  owner: string,
  classes: readonly Label[],
  names: readonly string[] | undefined,
): readonly string[] {
  if (names === undefined) return classes.map(String);
  checkNamesOfClasses(owner, names);
  if (names.length === classes.length) return names;
  throw new ShapeError(owner, `as many targetNames as classes (${classes.length})`, `${names.length}`);
}

function checkNamesOfClasses(owner: string, names: unknown): void {
  if (!Array.isArray(names)) throw new ParameterError(owner, 'targetNames', 'an array of text', names);
  names.forEach((name: unknown, i) => {
    if (typeof name !== 'string') throw new ParameterError(owner, `targetNames[${i}]`, 'text', name);
  });
}

function rowOf({ precision, recall, fscore, support }: ClassScores, k: number): ReportRow {
  return { precision: precision[k], recall: recall[k], 'f1-score': fscore[k], support: support[k] };
}

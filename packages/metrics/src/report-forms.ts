import { toFixedEven } from '@tenfold/core';
import { largest } from '@tenfold/linalg';

import { codePointLength, padStart, pythonFloat } from './python-format.js';

/** One line of a classification report. */
export interface ReportRow {
  /** Of the samples predicted as the class, the share that are of it. */
  precision: number;
  /** Of the samples of the class, the share predicted as it. */
  recall: number;
  /** The harmonic mean of the two. */
  'f1-score': number;
  /** The number, or total weight, of the samples of the class. */
  support: number;
}

/** A classification report as an object: one entry a class by its name, and the averages. */
export interface ReportDict {
  /** The share of samples predicted right; absent when the labels leave samples out. */
  accuracy?: number;
  /** Counted over all the reported classes together; present when the labels leave samples out. */
  'micro avg'?: ReportRow;
  /** The plain mean of the classes. */
  'macro avg': ReportRow;
  /** The mean of the classes weighted by their support. */
  'weighted avg': ReportRow;
  /** A class, by its name. */
  [className: string]: ReportRow | number | undefined;
}

/** The figures of a report, before they are formatted. */
export interface Report {
  classes: [string, ReportRow][];
  overall: ReportRow;
  /** Whether the micro average is the accuracy. */
  overallIsAccuracy: boolean;
  macro: ReportRow;
  weighted: ReportRow;
  /**
   * Whether supports print as floats: they do when they are sums of weights, and also, as scikit-learn has it, when
   * not one sample was predicted right.
   */
  hasFloatSupport: boolean;
}

const COLUMN = 9;
const HEADERS: readonly (keyof ReportRow)[] = ['precision', 'recall', 'f1-score', 'support'];
const LONGEST_AVERAGE = 'weighted avg'.length;

/** The report as an object. */
export function toDict({ classes, overall, overallIsAccuracy, macro, weighted }: Report): ReportDict {
  return {
    ...Object.fromEntries(classes),
    ...(overallIsAccuracy ? { accuracy: overall.precision } : { 'micro avg': overall }),
    'macro avg': macro,
    'weighted avg': weighted,
  };
}

/** The report as text. */
export function reportText(report: Report, digits: number): string {
  const names = report.classes.map(([name]) => codePointLength(name));
  const width = largest(names, Math.max(LONGEST_AVERAGE, digits));
  const cells = (row: ReportRow): string[] => [
    ...[row.precision, row.recall, row['f1-score']].map((score) => scoreText(score, digits)),
    report.hasFloatSupport ? pythonFloat(row.support) : String(row.support),
  ];
  const line = (name: string, values: readonly string[]): string =>
    `${padStart(name, width)} ${values.map((value) => ` ${padStart(value, COLUMN)}`).join('')}\n`;
  const { overall, overallIsAccuracy } = report;
  const classLines = report.classes.map(([name, row]) => line(name, cells(row)));
  const averageLines = [
    overallIsAccuracy
      ? line('accuracy', ['', '', ...cells(overall).slice(2)])
      : line('micro avg', cells(overall)),
    line('macro avg', cells(report.macro)),
    line('weighted avg', cells(report.weighted)),
  ];
  return [line('', HEADERS), classLines.join(''), averageLines.join('')].join('\n');
}

function scoreText(score: number, digits: number): string {
  return Number.isNaN(score) ? 'nan' : toFixedEven(score, digits);
}

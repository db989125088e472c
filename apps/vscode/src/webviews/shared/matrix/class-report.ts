import type { MatrixData } from './matrix-data.js';

/** The scores of a class, or the means over all: 0 where nothing was predicted or nothing is there. */
export interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly support: number;
}

/** What scikit-learn calls `classification_report`. */
export interface ClassReport {
  /** One a class. */
  readonly classes: readonly Scores[];
  /** The mean over the classes, each counting once. */
  readonly macro: Scores;
  /** The mean over the classes, each by its support. */
  readonly weighted: Scores;
}

/** Precision, recall, F1 and support of each class, from the confusion matrix. */
export function classReport({ counts, rowSums, columnSums, total }: MatrixData): ClassReport {
  const classes = counts.map((row, k) => {
    const precision = ratio(row[k], columnSums[k]);
    const recall = ratio(row[k], rowSums[k]);
    return { precision, recall, f1: ratio(2 * precision * recall, precision + recall), support: rowSums[k] };
  });
  const mean = (weight: (scores: Scores) => number): Scores => {
    const whole = classes.reduce((sum, scores) => sum + weight(scores), 0);
    const of = (name: 'precision' | 'recall' | 'f1'): number =>
      ratio(
        classes.reduce((sum, scores) => sum + weight(scores) * scores[name], 0),
        whole,
      );
    return { precision: of('precision'), recall: of('recall'), f1: of('f1'), support: total };
  };
  return { classes, macro: mean(() => 1), weighted: mean(({ support }) => support) };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

import { checkNumber, ShapeError } from '@tenfold/errors';
import type { Label } from '@tenfold/linalg';

import { checkFilled } from '../check-filled.js';
import { INK, seriesStyle } from '../colors/palette.js';
import { optionalText } from '../label-texts.js';
import type { Scene } from '../scene.js';
import { cleanText } from '../text/clean-text.js';
import { chartScene, type ChartSeries } from './chart.js';

/** One ROC curve, as `rocCurve` gives it. */
export interface RocSeries {
  /** The class it belongs to, or "macro". */
  readonly name: Label;
  /** False positive rates, 0 to 1, rising. */
  readonly fpr: ArrayLike<number>;
  /** True positive rates, 0 to 1, as many. */
  readonly tpr: ArrayLike<number>;
  /** The area below it. Default: computed by the trapezoidal rule. */
  readonly auc?: number | undefined;
  /** Drawn thick and black above the others: the average of all classes. Default false. */
  readonly isAverage?: boolean | undefined;
}

/** The options of `rocPlot`. */
export interface RocPlotOptions {
  /** The heading. Default "ROC curves" (or "ROC curve" for one). */
  title?: string;
}

/**
 * A scene of ROC curves, one a class, over the diagonal of a classifier that guesses; the legend gives each
 * curve's area.
 *
 * @throws ParameterError when there is no curve or a rate is outside 0 to 1
 * @throws ShapeError when a curve's rates differ in number
 */
export function rocPlot(curves: readonly RocSeries[], options: RocPlotOptions = {}): Scene {
  const owner = 'rocPlot';
  const checked = checkFilled(owner, 'curves', curves, 'curve').map((curve, index) =>
    checkCurve(owner, curve, index),
  );
  const classes = checked.filter((curve) => !curve.isAverage);
  const averages = checked.filter((curve) => curve.isAverage);
  const title = optionalText(owner, 'title', options.title, curves.length === 1 ? 'ROC curve' : 'ROC curves');
  return chartScene({
    title,
    desc: `True positive rate against false positive rate, areas: ${checked.map(({ name, auc }) => `${name} ${auc.toFixed(4)}`).join(', ')}.`,
    table: {
      caption: title,
      columns: ['Class', 'Area under the curve'],
      rows: checked.map(({ name, auc }) => [name, auc.toFixed(6)]),
    },
    series: [guessing, ...classes.map(classSeries), ...averages.map(averageSeries)],
    xTitle: 'False positive rate',
    yTitle: 'True positive rate',
    xRange: [0, 1],
    yRange: [0, 1],
    plotWidth: 440,
    plotHeight: 440,
  });
}

interface CheckedCurve {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
  readonly auc: number;
  readonly isAverage: boolean;
}

const guessing: ChartSeries = {
  name: 'guessing',
  color: '#9aa3af',
  points: [
    [0, 0],
    [1, 1],
  ],
  dash: [4, 4],
  width: 1.5,
  isUnnamed: true,
};

function classSeries(curve: CheckedCurve, index: number): ChartSeries {
  return { name: legend(curve), points: curve.points, ...seriesStyle(index), width: 1.75 };
}

function averageSeries(curve: CheckedCurve): ChartSeries {
  return { name: legend(curve), points: curve.points, color: INK, width: 3, dash: [8, 4] };
}

function legend({ name, auc }: CheckedCurve): string {
  return `${name} (AUC ${auc.toFixed(3)})`;
}

function checkCurve(owner: string, curve: RocSeries, index: number): CheckedCurve {
  const { fpr, tpr } = curve;
  if (fpr.length !== tpr.length || fpr.length === 0) {
    throw new ShapeError(
      owner,
      `as many true as false positive rates in curve ${index} (${fpr.length}, at least 1)`,
      String(tpr.length),
    );
  }
  const points = Array.from(fpr, (x, i) => {
    checkNumber(owner, `curves[${index}].fpr[${i}]`, x, { min: 0, max: 1 });
    return [x, checkNumber(owner, `curves[${index}].tpr[${i}]`, tpr[i], { min: 0, max: 1 })] as const;
  });
  const auc =
    curve.auc === undefined
      ? area(points)
      : checkNumber(owner, `curves[${index}].auc`, curve.auc, { min: 0, max: 1 });
  return { name: cleanText(String(curve.name)), points, auc, isAverage: curve.isAverage ?? false };
}

function area(points: readonly (readonly [number, number])[]): number {
  let total = 0;
  for (let i = 1; i < points.length; i++) {
    total += ((points[i][0] - points[i - 1][0]) * (points[i][1] + points[i - 1][1])) / 2;
  }
  return total;
}

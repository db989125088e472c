import {
  checkBoolean,
  checkNames,
  checkNumber,
  formatCount,
  ParameterError,
  ShapeError,
} from '@tenfold/core';
import { isList, type Label } from '@tenfold/linalg';

import { checkFilled } from '../check-filled.js';
import { INK, seriesStyle } from '../colors/palette.js';
import { nameText, optionalText } from '../label-texts.js';
import type { Scene } from '../scene.js';
import { chartScene, type ChartSeries } from './chart.js';
import { MOST_NAMED } from './legend-names.js';

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
 * curve's area. Of more than 20 classes the five of the smallest areas are named, over the others in one pale colour
 * (at most 200 of them, evenly by area); the table gives the area of each.
 *
 * @throws ParameterError when there is no curve, a rate is outside 0 to 1 or an option is unknown
 * @throws ShapeError when a curve's rates differ in number
 */
export function rocPlot(curves: readonly RocSeries[], options: RocPlotOptions = {}): Scene {
  const owner = 'rocPlot';
  checkNames(owner, options, ['title']);
  const checked = checkFilled(owner, 'curves', curves, 'curve').map((curve, index) =>
    checkCurve(owner, curve, index),
  );
  const classes = checked.filter((curve) => !curve.isAverage);
  const averages = checked.filter((curve) => curve.isAverage);
  const title = optionalText(owner, 'title', options.title, curves.length === 1 ? 'ROC curve' : 'ROC curves');
  return chartScene({
    title,
    desc: describeCurves(checked, classes),
    table: {
      caption: title,
      columns: ['Class', 'Area under the curve'],
      rows: checked.map(({ name, auc }) => [name, auc.toFixed(6)]),
    },
    series: [
      diagonal,
      ...(classes.length > MOST_NAMED ? manySeries(classes) : classes.map(classSeries)),
      ...averages.map(averageSeries),
    ],
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

const diagonal: ChartSeries = {
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

/** Of many classes as many are drawn, and those of the smallest areas are named. */
const MOST_DRAWN = 200;
const NAMED_OF_MANY = 5;
const PALE = '#b4c3d3';

/** Many curves as a bundle, and the worst of them over it, in colour. */
function manySeries(classes: readonly CheckedCurve[]): ChartSeries[] {
  const byArea = classes.toSorted((a, b) => a.auc - b.auc);
  const step = Math.ceil(byArea.length / MOST_DRAWN);
  const unnamed = byArea.slice(NAMED_OF_MANY).filter((_, index) => index % step === 0);
  const name = `${formatCount(classes.length)} classes, mean AUC ${meanArea(classes).toFixed(3)}`;
  return [
    // The legend names the first one only, for all of them.
    ...unnamed.map(({ points }, index) => ({
      name,
      points,
      color: PALE,
      width: 1,
      ...(index > 0 && { isUnnamed: true, isBackground: true }),
    })),
    ...byArea.slice(0, NAMED_OF_MANY).map(classSeries),
  ];
}

function meanArea(curves: readonly CheckedCurve[]): number {
  return curves.reduce((sum, { auc }) => sum + auc, 0) / curves.length;
}

function describeCurves(all: readonly CheckedCurve[], classes: readonly CheckedCurve[]): string {
  const area = ({ name, auc }: CheckedCurve): string => `${name} ${auc.toFixed(4)}`;
  const what = 'True positive rate against false positive rate';
  if (classes.length <= MOST_NAMED) return `${what}, areas: ${all.map(area).join(', ')}.`;
  const byArea = classes.toSorted((a, b) => a.auc - b.auc);
  const ends = `smallest ${area(byArea[0])}, largest ${area(byArea[byArea.length - 1])}`;
  return `${what} of ${formatCount(classes.length)} classes, areas: mean ${meanArea(classes).toFixed(4)}, ${ends}.`;
}

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
  const given: unknown = curve;
  if (typeof given !== 'object' || given === null) {
    throw new ParameterError(owner, `curves[${index}]`, 'an object with name, fpr and tpr', given);
  }
  const { fpr, tpr } = curve;
  checkRates(owner, `curves[${index}].fpr`, fpr);
  checkRates(owner, `curves[${index}].tpr`, tpr);
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
  const isAverage = checkBoolean(owner, `curves[${index}].isAverage`, curve.isAverage ?? false);
  return { name: nameText(curve.name), points, auc, isAverage };
}

function checkRates(owner: string, parameter: string, rates: unknown): void {
  if (!isList(rates)) throw new ParameterError(owner, parameter, 'an array of numbers', rates);
}

function area(points: readonly (readonly [number, number])[]): number {
  let total = 0;
  for (let i = 1; i < points.length; i++) {
    total += ((points[i][0] - points[i - 1][0]) * (points[i][1] + points[i - 1][1])) / 2;
  }
  return total;
}

import { checkNames, checkNumber, formatShort, ParameterError } from '@tenfold/core';
import { largest, smallest } from '@tenfold/linalg';

import { checkFilled } from '../check-filled.js';
import { seriesStyle } from '../colors/palette.js';
import { nameText, optionalText } from '../label-texts.js';
import type { Scene } from '../scene.js';
import { chartScene, niceRange } from './chart.js';
import { legendNames } from './legend-names.js';
import { thinPoints } from './thin-points.js';

/** The loss after an iteration. */
export interface TrainingPoint {
  readonly iteration: number;
  readonly loss: number;
}

/** The course of one training run among several. */
export interface TrainingSeries {
  /** What the legend calls it: a solver, a class. */
  readonly name: string;
  readonly points: readonly TrainingPoint[];
}

/** The options of `trainingCurve`. */
export interface TrainingCurveOptions {
  /** The heading. Default "Training". */
  title?: string;
  /** What the vertical axis is called. Default "Loss". */
  yTitle?: string;
}

/** Losses of both signs beyond this would overflow the span between them. */
const LARGEST = 1e300;

/**
 * A scene of the loss against the iteration: of one run, or of several to compare. Of thousands of points those are drawn
 * that can be seen, and no peak is lost; of more than 20 runs the legend names 19.
 *
 * @param points the points of one run (what `onIteration` reported), or one series a run
 * @throws ParameterError when there is no point, an iteration is negative, a loss is no number within ±1e300 or an option is
 *   unknown
 */
export function trainingCurve(
  points: readonly TrainingPoint[] | readonly TrainingSeries[],
  options: TrainingCurveOptions = {},
): Scene {
  const owner = 'trainingCurve';
  checkNames(owner, options, ['title', 'yTitle']);
  checkFilled<unknown>(owner, 'points', points, 'point');
  const series = readSeries(owner, points);
  const all = series.flatMap((one) => one.points);
  if (all.length === 0) throw new ParameterError(owner, 'points', 'at least one point', points);
  const title = optionalText(owner, 'title', options.title, 'Training');
  const yTitle = optionalText(owner, 'yTitle', options.yTitle, 'Loss');
  const losses = all.map(([, loss]) => loss);
  const iterations = all.map(([iteration]) => iteration);
  const hasDots = all.length <= 40 * series.length;
  return chartScene({
    title,
    desc: describeRuns(series),
    table: {
      caption: title,
      columns: ['Run', 'Iteration', yTitle],
      rows: series.flatMap(({ name, points: own }) =>
        thinPoints(own, series.length).map(([x, y]) => [name, String(x), String(y)]),
      ),
    },
    series: series.map((one, index) => ({ ...one, ...seriesStyle(index), hasDots })),
    xTitle: 'Iteration',
    isCount: true,
    yTitle,
    xRange: span(smallest(iterations), largest(iterations)),
    yRange: niceRange(smallest(losses, losses.every((loss) => loss >= 0) ? 0 : Infinity), largest(losses)),
    plotWidth: 560,
    plotHeight: 320,
  });
}

interface CheckedSeries {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
}

function readSeries(
  owner: string,
  points: readonly TrainingPoint[] | readonly TrainingSeries[],
): CheckedSeries[] {
  if (!isSeries(points)) return [{ name: 'Loss', points: readPoints(owner, 'points', points) }];
  return points.map((one, index) => ({
    name: nameText(checkObject(owner, `points[${index}]`, one).name),
    points: readPoints(owner, `points[${index}].points`, one.points),
  }));
}

function readPoints(owner: string, parameter: string, points: readonly TrainingPoint[]): [number, number][] {
  const given: unknown = points;
  if (!Array.isArray(given)) throw new ParameterError(owner, parameter, 'an array of points', given);
  return points.map((point, index) => {
    const { iteration, loss } = checkObject(owner, `${parameter}[${index}]`, point);
    return [
      checkNumber(owner, `${parameter}[${index}].iteration`, iteration, { min: 0 }),
      checkNumber(owner, `${parameter}[${index}].loss`, loss, { min: -LARGEST, max: LARGEST }),
    ];
  });
}

function checkObject<T>(owner: string, parameter: string, value: T): T {
  if (typeof value === 'object' && value !== null) return value;
  throw new ParameterError(owner, parameter, 'an object', value);
}

function isSeries(
  points: readonly TrainingPoint[] | readonly TrainingSeries[],
): points is readonly TrainingSeries[] {
  return points.some((point: unknown) => typeof point === 'object' && point !== null && 'points' in point);
}

function span(low: number, high: number): readonly [number, number] {
  return low === high ? [low - 1, high + 1] : [low, high];
}

/** As many runs as the legend names. */
function describeRuns(series: readonly CheckedSeries[]): string {
  const { shown, more } = legendNames(series);
  return [...shown.map(describeSeries), ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}

function describeSeries({ name, points }: CheckedSeries): string {
  const first = points.at(0);
  const last = points.at(-1);
  if (first === undefined || last === undefined) return `${name}: no point.`;
  return `${name}: from ${formatShort(first[1], 4)} at iteration ${first[0]} to ${formatShort(last[1], 4)} at iteration ${last[0]}.`;
}

import { checkNumber, ParameterError } from '@tenfold/errors';
import { largest, smallest } from '@tenfold/linalg';

import { checkFilled } from '../check-filled.js';
import { seriesStyle } from '../colors/palette.js';
import { optionalText } from '../label-texts.js';
import type { Scene } from '../scene.js';
import { cleanText } from '../text/clean-text.js';
import { formatShort } from '../text/format-number.js';
import { chartScene, niceRange } from './chart.js';

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
 * A scene of the loss against the iteration: of one run, or of several to compare.
 *
 * @param points the points of one run (what `onIteration` reported), or one series a run
 * @throws ParameterError when there is no point, an iteration is negative or a loss is no number within ±1e300
 */
export function trainingCurve(
  points: readonly TrainingPoint[] | readonly TrainingSeries[],
  options: TrainingCurveOptions = {},
): Scene {
  const owner = 'trainingCurve';
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
    desc: series.map(describeSeries).join(' '),
    table: {
      caption: title,
      columns: ['Run', 'Iteration', yTitle],
      rows: series.flatMap(({ name, points: own }) => own.map(([x, y]) => [name, String(x), String(y)])),
    },
    series: series.map((one, index) => ({ ...one, ...seriesStyle(index), hasDots })),
    xTitle: 'Iteration',
    isCount: true,
    yTitle,
    xRange: span(smallest(iterations), largest(iterations)),
    yRange: niceRange(smallest(losses, 0), largest(losses)),
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
  const series = isSeries(points) ? points : [{ name: 'Loss', points }];
  return series.map((one) => ({
    name: cleanText(one.name),
    points: one.points.map(({ iteration, loss }, index) => [
      checkNumber(owner, `points[${index}].iteration`, iteration, { min: 0 }),
      checkNumber(owner, `points[${index}].loss`, loss, { min: -LARGEST, max: LARGEST }),
    ]),
  }));
}

function isSeries(
  points: readonly TrainingPoint[] | readonly TrainingSeries[],
): points is readonly TrainingSeries[] {
  return points.some((point) => 'points' in point);
}

function span(low: number, high: number): readonly [number, number] {
  return low === high ? [low - 1, high + 1] : [low, high];
}

function describeSeries({ name, points }: CheckedSeries): string {
  const first = points.at(0);
  const last = points.at(-1);
  if (first === undefined || last === undefined) return `${name}: no point.`;
  return `${name}: from ${formatShort(first[1], 4)} at iteration ${first[0]} to ${formatShort(last[1], 4)} at iteration ${last[0]}.`;
}

import { capitalized } from '@tenfold/core';

import type { ProgressFigure, TrainingPoint } from '../../../protocol/training.js';
import type { LineSeries } from './line-chart.js';
import { t } from '../text.js';

/** The curve of a figure that a fit reports. */
export interface FigureCurve {
  readonly name: string;
  /** The heading of its chart. */
  readonly title: string;
  readonly isLog: boolean;
  readonly series: readonly LineSeries[];
}

/** The curves of a training job. */
export interface Curves {
  /** The figures of the fit, in the order of its description; those of which there is a point. */
  readonly figures: readonly FigureCurve[];
  /** Accuracy on held-out rows, where it was looked at; empty otherwise. */
  readonly accuracy: readonly LineSeries[];
}

/**
 * Sorts the points of a job into curves: one of each kind, or with one-vs-rest one a problem. The accuracy is always
 * that of the model as a whole.
 *
 * @param points in the order in which they came
 * @param problems how many problems there are
 * @param figures what the points say
 */
export function curvesOf(
  points: readonly TrainingPoint[],
  problems: number,
  figures: readonly ProgressFigure[],
): Curves {
  const byProblem = Array.from({ length: problems }, (): TrainingPoint[] => []);
  for (const point of points) byProblem.at(point.problem)?.push(point);
  const series = (figure: string, alone: string): LineSeries[] =>
    byProblem
      .map((own, problem) => ({
        name: problems === 1 ? alone : t('Problem {0}', problem + 1),
        points: own.map((point) => [point.iteration, point.figures[figure]] as const),
      }))
      .filter((one) => one.points.length > 0);
  return {
    figures: figures
      .map(({ name, label, scale }) => {
        const title = capitalized(label);
        return { name, title, isLog: scale === 'logarithmic', series: series(name, title) };
      })
      .filter(({ series: lines }) => lines.length > 0),
    accuracy: accuracyOf(points),
  };
}

/** By the iteration of the problem that is furthest; of several looks in one iteration the last counts. */
function accuracyOf(points: readonly TrainingPoint[]): LineSeries[] {
  const looks = new Map<number, number>();
  let furthest = 0;
  for (const { iteration, accuracy } of points) {
    furthest = Math.max(furthest, iteration);
    if (accuracy !== undefined) looks.set(furthest, accuracy);
  }
  return looks.size === 0 ? [] : [{ name: t('Held-out accuracy'), points: [...looks] }];
}

import type { TrainingPoint } from '../../../protocol/training.js';
import type { LineSeries } from './line-chart.js';
import { t } from '../text.js';

/** The curves of a training job. */
export interface Curves {
  readonly loss: readonly LineSeries[];
  readonly gradNorm: readonly LineSeries[];
  /** Accuracy on held-out rows, where it was looked at; empty otherwise. */
  readonly accuracy: readonly LineSeries[];
}

/**
 * Sorts the points of a job into curves: one of each kind, or with one-vs-rest one a problem.
 *
 * @param points in the order in which they came
 * @param problems how many problems there are
 */
export function curvesOf(points: readonly TrainingPoint[], problems: number): Curves {
  const byProblem = Array.from({ length: problems }, (): TrainingPoint[] => []);
  for (const point of points) byProblem.at(point.problem)?.push(point);
  const series = (value: (point: TrainingPoint) => number | undefined, alone: string): LineSeries[] =>
    byProblem
      .map((own, problem) => ({
        name: problems === 1 ? alone : t('Problem {0}', problem + 1),
        points: own.flatMap((point) => {
          const y = value(point);
          return y === undefined ? [] : [[point.iteration, y] as const];
        }),
      }))
      .filter((one) => one.points.length > 0);
  return {
    loss: series(({ loss }) => loss, t('Loss')),
    gradNorm: series(({ gradNorm }) => gradNorm, t('Gradient norm')),
    accuracy: series(({ accuracy }) => accuracy, t('Held-out accuracy')),
  };
}

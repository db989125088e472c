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
 * Sorts the points of a job into curves: one of each kind, or with one-vs-rest one a problem. The accuracy is always
 * that of the model as a whole.
 *
 * @param points in the order in which they came
 * @param problems how many problems there are
 */
export function curvesOf(points: readonly TrainingPoint[], problems: number): Curves {
  const byProblem = Array.from({ length: problems }, (): TrainingPoint[] => []);
  for (const point of points) byProblem.at(point.problem)?.push(point);
  const series = (value: (point: TrainingPoint) => number, alone: string): LineSeries[] =>
    byProblem
      .map((own, problem) => ({
        name: problems === 1 ? alone : t('Problem {0}', problem + 1),
        points: own.map((point) => [point.iteration, value(point)] as const),
      }))
      .filter((one) => one.points.length > 0);
  return {
    loss: series(({ loss }) => loss, t('Loss')),
    gradNorm: series(({ gradNorm }) => gradNorm, t('Gradient norm')),
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

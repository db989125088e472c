import type { TrainingPoint } from '../../protocol/training.js';

type Field = string | number | boolean;

/** A confusion matrix: the first column is the actual class, the first row the predicted one. */
export function matrixRows(classes: readonly Field[], values: readonly (readonly number[])[]): Field[][] {
  return [['actual \\ predicted', ...classes], ...values.map((row, i) => [classes[i], ...row])];
}

/** A curve: one iteration a row. */
export function curveRows(points: readonly TrainingPoint[]): Field[][] {
  return [
    ['problem', 'iteration', 'loss', 'gradient norm', 'held-out accuracy', 'seconds'],
    ...points.map((point) => [
      point.problem,
      point.iteration,
      point.loss,
      point.gradNorm,
      point.accuracy ?? '',
      point.seconds,
    ]),
  ];
}

import type { KnownCurve } from './known-curve.js';

type Field = string | number | boolean;

/** A confusion matrix: the first column is the actual class, the first row the predicted one. */
export function matrixRows(classes: readonly Field[], values: readonly (readonly number[])[]): Field[][] {
  return [['actual \\ predicted', ...classes], ...values.map((row, i) => [classes[i], ...row])];
}

/** A curve: one iteration a row. */
export function curveRows({ points, figures }: KnownCurve): Field[][] {
  return [
    ['problem', 'iteration', ...figures.map(({ label }) => label), 'held-out accuracy', 'seconds'],
    ...points.map((point) => [
      point.problem,
      point.iteration,
      ...figures.map(({ name }) => point.figures[name]),
      point.accuracy ?? '',
      point.seconds,
    ]),
  ];
}

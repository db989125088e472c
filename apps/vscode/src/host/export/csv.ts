import type { TrainingPoint } from '../../protocol/training.js';

type Field = string | number | boolean;

/**
 * Rows as CSV (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe before it, as labels come
 * from files of others.
 */
export function toCsv(rows: readonly (readonly Field[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(value: Field): string {
  if (typeof value !== 'string') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) && Number.isNaN(Number(value)) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

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

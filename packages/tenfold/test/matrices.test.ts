import { describe, expect, test } from '@jest/globals';

import {
  confusionHeatmap,
  digitGrid,
  formatNumpy,
  gemm,
  LogisticRegression,
  logLoss,
  Matrix,
  type MatrixLike,
  misclassifiedGallery,
  NonFiniteError,
  rocAucScore,
  ShapeError,
  StandardScaler,
  weightImages,
} from '../src/index.js';

const labels = [0, 1, 2, 1];

/** All that take a matrix, given one of four rows and four columns. */
const takers: Record<string, (matrix: MatrixLike) => unknown> = {
  'an estimator': (X) => new LogisticRegression().fit(X, labels),
  'a transformer': (X) => new StandardScaler().fit(X),
  gemm: (A) => gemm(A, [[1], [1], [1], [1]]),
  logLoss: (yProba) => logLoss(labels, yProba),
  rocAucScore: (yScore) => rocAucScore(labels, yScore, { multiClass: 'ovr' }),
  formatNumpy: (values) => formatNumpy(values),
  confusionHeatmap: (cm) => confusionHeatmap(cm),
  digitGrid: (images) => digitGrid(images),
  weightImages: (coef) => weightImages(coef),
  misclassifiedGallery: (images) => misclassifiedGallery([{ index: 3, actual: 0, predicted: 1 }], images),
};

/** Rejects with what `take` throws or rejects with. */
function attempt(take: (matrix: MatrixLike) => unknown, matrix: unknown): Promise<unknown> {
  return new Promise((resolve) => resolve(take(matrix as MatrixLike)));
}

const rowsWith = (value: unknown): number[][] => {
  const rows = Array.from({ length: 4 }, () => [1, 0, 0, 0]);
  rows[3][2] = value as number;
  return rows;
};

const rowsEnding = (row: unknown): number[][] => [...rowsWith(0).slice(1), row as number[]];

describe.each(Object.entries(takers))('%s names', (_name, take) => {
  const run = (matrix: unknown): Promise<unknown> => attempt(take, matrix);

  test.each([
    ['null', null, 'null'],
    ['a hole', undefined, 'undefined'],
    ['text', '7', '"7"'],
    ['an object', {}, 'an object (Object)'],
  ])('%s in a cell, with its row and column', async (_kind, value, words) => {
    const taking = run(rowsWith(value));
    await expect(taking).rejects.toThrow(NonFiniteError);
    await expect(taking).rejects.toMatchObject({ value });
    await expect(taking).rejects.toThrow(`must be a finite number, got ${words} in `);
    await expect(taking).rejects.toThrow(/in (row 3, column 2|image 3, row 1, column 0) \(counted from 0\)$/);
  });

  test('a BigInt, and what to do', async () => {
    const words = 'rows of numbers (turn BigInt into numbers with Number), got 7n in row 3';
    await expect(run(rowsWith(7n))).rejects.toThrow(words);
  });

  test.each([
    ['a shorter row', [1, 2], 'rows of one length (4, as row 0), got 2 values in row 3'],
    ['no row', null, 'an array of rows, each an array of numbers, got null as row 3'],
    ['text for a row', 'abcd', 'an array of rows, each an array of numbers, got "abcd" as row 3'],
  ])('%s', async (_kind, row, words) => {
    await expect(run(rowsEnding(row))).rejects.toThrow(ShapeError);
    await expect(run(rowsEnding(row))).rejects.toThrow(words);
  });
});

test.each(Object.entries(takers).filter(([name]) => !['gemm', 'formatNumpy'].includes(name)))(
  '%s names NaN and infinities, of each kind of matrix',
  async (_name, take) => {
    for (const value of [NaN, Infinity, -Infinity]) {
      const rows = rowsWith(value);
      const matrices = [rows, new Matrix(rows), rows.map((row) => Float64Array.from(row))];
      for (const matrix of matrices) {
        await expect(attempt(take, matrix)).rejects.toThrow(NonFiniteError);
        await expect(attempt(take, matrix)).rejects.toThrow(`must be a finite number, got ${value} in`);
      }
    }
  },
);

test.each(['an estimator', 'gemm', 'confusionHeatmap', 'digitGrid', 'weightImages', 'misclassifiedGallery'])(
  '%s says that something else is no matrix',
  async (name) => {
    for (const [matrix, words] of [
      [undefined, 'undefined'],
      [7, '7'],
      ['rows', '"rows"'],
      [Uint8Array.of(1, 2), 'a Uint8Array'],
      [{ rows: 2 }, 'an object (Object)'],
    ] as const) {
      const run = (): Promise<unknown> => attempt(takers[name], matrix);
      await expect(run()).rejects.toThrow(ShapeError);
      await expect(run()).rejects.toThrow(
        new RegExp(`a matrix(,| or) an array of rows.*, got ${words.replace(/[()]/g, '\\$&')}$`),
      );
    }
  },
);

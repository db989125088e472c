import type { ModelJson } from '@tenfold/base';

/** Rows in three groups around their own centres, the same every time. */
export function threeGroups(rows = 60): { X: number[][]; y: number[] } {
  const X = Array.from({ length: rows }, (_, i) => [
    Math.round(30 * (Math.sin(i * 12.9898) + 2 * (i % 3))) / 10,
    Math.round(30 * (Math.cos(i * 78.233) - (i % 3 === 1 ? 2 : 0))) / 10,
    Math.round(20 * Math.sin(i * 3.7)) / 10,
  ]);
  return { X, y: X.map((_, i) => i % 3) };
}

/** The rows of the first two groups. */
export function twoGroups(): { X: number[][]; y: number[] } {
  const { X, y } = threeGroups();
  return { X: X.filter((_, i) => y[i] < 2), y: y.filter((label) => label < 2) };
}

/** A stored model with other weights: a row of `coef` for each class, or a single one for two classes. */
export function withWeights(model: ModelJson, coef: number[][], intercept: number[]): ModelJson {
  const [rows, columns] = [coef.length, coef[0].length];
  return {
    ...model,
    nFeatures: columns,
    tensors: {
      ...model.tensors,
      coef: { dtype: 'float64', shape: [rows, columns], data: coef.flat() },
      intercept: { dtype: 'float64', shape: [rows], data: intercept },
    },
  };
}

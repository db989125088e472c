import { ByteMatrix, Matrix } from '@tenfold/linalg';

/** Rows of bytes around a centre for each class, with more zeros in some classes than in others, the same at every call. */
export interface ExampleData {
  readonly bytes: ByteMatrix;
  readonly matrix: Matrix;
  readonly rows: number[][];
  /** The class number of each row. */
  readonly codes: number[];
}

/**
 * Rows of bytes around a centre for each class. Values below 0 are 0, so that what only asks whether a
 * feature is above 0 finds classes too.
 *
 * @param rows how many; each class gets its turn
 * @param columns features of a row
 * @param classes how many classes
 * @param seed of the numbers
 */
export function exampleData(rows = 60, columns = 4, classes = 3, seed = 1): ExampleData {
  let state = seed;
  const next = (): number => {
    // Numerical Recipes' linear congruential generator.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const centres = Array.from({ length: classes }, () =>
    Array.from({ length: columns }, () => 12 * next() - 2),
  );
  const codes = Array.from({ length: rows }, (_, i) => i % classes);
  const values = codes.map((code) =>
    centres[code].map((centre) => Math.max(0, Math.round(centre + 6 * (next() - 0.5)))),
  );
  const bytes = new ByteMatrix(rows, columns);
  values.forEach((row, i) => {
    row.forEach((value, j) => bytes.set(i, j, value));
  });
  return { bytes, matrix: new Matrix(values), rows: values, codes };
}

/** The rows in the order of their numbers. */
export function pick<T>(items: readonly T[], order: readonly number[]): T[] {
  return order.map((i) => items[i]);
}

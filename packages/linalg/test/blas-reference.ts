// Slow and clear forms of the matrix operations: loops over arrays of rows, for tests.

export type Table = number[][];

export function zeros(rows: number, columns: number): Table {
  return Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
}

export function transpose(a: Table, columns: number): Table {
  return Array.from({ length: columns }, (_, j) => a.map((row) => row[j]));
}

/** A·B, where A is m × k and B is k × n; the sum's terms are of double precision. */
export function multiply(a: Table, b: Table, columns: number): Table {
  return a.map((row) =>
    Array.from({ length: columns }, (_, j) => row.reduce((sum, value, k) => sum + value * b[k][j], 0)),
  );
}

/** The lower triangle L with L·L' = A, entry by entry. */
export function cholesky(a: Table): Table {
  const l = zeros(a.length, a.length);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i][j];
      for (let k = 0; k < j; k++) sum -= l[i][k] * l[j][k];
      l[i][j] = i === j ? Math.sqrt(sum) : sum / l[j][j];
    }
  }
  return l;
}

/** Squared distances between the rows of two tables. */
export function squaredDistances(a: Table, b: Table): Table {
  return a.map((x) => b.map((y) => x.reduce((sum, value, k) => sum + (value - y[k]) ** 2, 0)));
}

/** The largest difference between two tables, over the largest number in either (1 at least). */
export function relativeDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let difference = a.length === b.length ? 0 : Infinity;
  let scale = 1;
  for (let i = 0; i < a.length; i++) {
    difference = Math.max(difference, Math.abs(a[i] - b[i]));
    scale = Math.max(scale, Math.abs(a[i]), Math.abs(b[i]));
  }
  return difference / scale;
}

/** Numbers between -1 and 1 that look random: the same for the same seed. */
export function table(rows: number, columns: number, seed: number): Table {
  let state = (seed * 2654435761) >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 31 - 1;
  };
  return Array.from({ length: rows }, () => Array.from({ length: columns }, next));
}

export function flat(a: Table, columns: number): { rows: number; columns: number; data: Float64Array } {
  return { rows: a.length, columns, data: Float64Array.from(a.flat()) };
}

export function flatFloats(a: Table, columns: number): { rows: number; columns: number; data: Float32Array } {
  return { rows: a.length, columns, data: Float32Array.from(a.flat()) };
}

import {
  type AbstractMatrix,
  type ByteMatrix,
  type CsrMatrix,
  isByteMatrix,
  isCsrMatrix,
  isDoubleMatrix,
  Matrix,
  type NumberArray,
} from '@tenfold/linalg';

/** A typed array of any kind. */
export type TypedArray = NumberArray | BigInt64Array | BigUint64Array;

/** What can be split row by row: a matrix, or an array with one element a row. */
export type Splittable = AbstractMatrix | ByteMatrix | CsrMatrix | TypedArray | readonly unknown[];

/** The type of a part: the same kind of matrix or array. */
export type Part<T extends Splittable> = T extends ByteMatrix
  ? ByteMatrix
  : T extends CsrMatrix
    ? CsrMatrix
    : T extends AbstractMatrix
      ? Matrix
      : T extends TypedArray
        ? T
        : T extends readonly (infer E)[]
          ? E[]
          : never;

/** Whether a value is a matrix, dense or sparse. */
export function isMatrix(value: unknown): value is AbstractMatrix | CsrMatrix {
  return Matrix.isMatrix(value) || isCsrMatrix(value);
}

/** Number of rows. */
export function rowCount(value: Splittable): number {
  return isMatrix(value) ? value.rows : (value as { length: number }).length;
}

/** The rows named, in the order named, copied. */
export function take<T extends Splittable>(value: T, rows: Uint32Array): Part<T>;
export function take(value: Splittable, rows: Uint32Array): unknown {
  if (isByteMatrix(value) || isDoubleMatrix(value) || isCsrMatrix(value)) return value.takeRows(rows);
  if (Matrix.isMatrix(value)) return value.subMatrixRow(Array.from(rows));
  if (ArrayBuffer.isView(value)) return takeElements(value as Uint8Array, rows);
  return Array.from(rows, (row) => value[row]);
}

/** The rows from `start` up to but not including `end`: a view where the kind of thing has views. */
export function slice<T extends Splittable>(value: T, start: number, end: number): Part<T>;
export function slice(value: Splittable, start: number, end: number): unknown {
  if (isByteMatrix(value) || isDoubleMatrix(value) || isCsrMatrix(value)) return value.rowRange(start, end);
  if (Matrix.isMatrix(value)) {
    const matrix = value;
    return matrix.subMatrix(start, end - 1, 0, matrix.columns - 1);
  }
  return ArrayBuffer.isView(value) ? (value as Uint8Array).subarray(start, end) : value.slice(start, end);
}

function takeElements(array: Uint8Array, rows: Uint32Array): Uint8Array {
  // Not the array's own constructor: Node's Buffer has deprecated its. A plain call of slice copies also a Buffer.
  const taken = Uint8Array.prototype.slice.call(array, 0, rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = array[rows[i]];
  return taken;
}

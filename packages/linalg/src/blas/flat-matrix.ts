import type { MatrixLike } from '../matrix-like.js';

/** Numbers in one stretch with a shape: element (i, j) is `data[i * columns + j]`. */
export interface FlatMatrix<T extends Float64Array | Float32Array = Float64Array | Float32Array> {
  /** Number of rows, 0 or more. */
  readonly rows: number;
  /** Number of columns, 0 or more. */
  readonly columns: number;
  /** The numbers, row after row: exactly `rows * columns`. */
  readonly data: T;
}

/** A flat matrix of floats. Operations whose matrices are all of this kind are done in single precision. */
export type FloatMatrix = FlatMatrix<Float32Array>;

/** What the matrix operations take. */
export type BlasMatrix = MatrixLike | FlatMatrix;

/** What the vector operations take. */
export type BlasVector = readonly number[] | Float64Array | Float32Array | Uint8Array | Int32Array;

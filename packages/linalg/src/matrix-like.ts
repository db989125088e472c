import { type AbstractMatrix, Matrix } from 'ml-matrix';

import type { ByteMatrix } from './byte-matrix.js';
import type { NumberArray } from './number-array.js';

/** A row of numbers. */
export type NumberRow = readonly number[] | NumberArray;

/** Whatever may be passed where a matrix is wanted: one sample a row, one feature a column. */
export type MatrixLike = AbstractMatrix | ByteMatrix | readonly NumberRow[];

/** Tells whether a matrix holds bytes, also when it comes from a second copy of this package. */
export function isByteMatrix(value: unknown): value is ByteMatrix {
  return Matrix.isMatrix(value) && 'data' in value && value.data instanceof Uint8Array;
}

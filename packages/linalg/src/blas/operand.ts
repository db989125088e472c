import { openMatrix, type RowSource } from '../open-matrix.js';
import type { BlasMatrix } from './flat-matrix.js';

/** A buffer that results or copies go to. */
export type FloatArray = Float64Array | Float32Array;

/** A matrix that was checked and can be read row by row. */
export interface Operand extends RowSource {
  /** Whether it is a flat matrix of floats. */
  readonly single: boolean;
}

/**
 * Opens a matrix of any kind. NaN and infinities pass.
 *
 * @param owner the function that was called, for error messages
 * @param name the matrix's name there
 * @throws ShapeError when it is no matrix, its rows differ in length or its buffer does not fill its shape
 */
export function openOperand(owner: string, name: string, matrix: BlasMatrix): Operand {
  const source = openMatrix(matrix, { owner, name, allowNonFinite: true, allowFlat: true });
  return { ...source, single: 'data' in matrix && matrix.data instanceof Float32Array };
}

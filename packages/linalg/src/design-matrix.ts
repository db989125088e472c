/**
 * A design matrix as the kernels take it: one sample a row, one feature a column, in one flat array.
 * Element (i, j) of a dense one is `data[i * columns + j]`.
 */
export interface DenseDesign {
  readonly kind: 'dense';
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array | Uint8Array;
}

/**
 * A sparse design matrix in compressed sparse row form: row i holds `values[p]` in column `columnIndices[p]`
 * for p from `rowPointers[i]` up to but not including `rowPointers[i + 1]`, columns ascending.
 */
export interface CsrDesign {
  readonly kind: 'csr';
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array | Float32Array | Uint8Array;
  readonly columnIndices: Uint16Array | Uint32Array;
  readonly rowPointers: Uint32Array;
}

/** What every kernel, objective and solver works on. All values are finite. */
export type DesignMatrix = DenseDesign | CsrDesign;

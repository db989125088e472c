import type { DesignMatrix } from './design-matrix.js';

/** The values that a design matrix stores, row after row: all cells of a dense one, the nonzero ones of CSR. Not copied. */
export function storedValues(design: DesignMatrix): Float64Array | Float32Array | Uint8Array {
  return design.kind === 'csr' ? design.values : design.data;
}

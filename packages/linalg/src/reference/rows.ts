import type { CsrDesign, DenseDesign, DesignMatrix } from '../design-matrix.js';

// Operations on one row, the only code that knows how a design matrix is stored. Each sums in the order of the
// columns, with one accumulator a sum, so that all ways of storing a matrix give the same bits.

/** The product of a row with a vector of as many entries as there are columns (or more). */
export function rowDot(design: DesignMatrix, row: number, vector: Float64Array): number {
  return design.kind === 'csr' ? csrDot(design, row, vector) : denseDot(design, row, vector);
}

function csrDot(
  { values, columnIndices, rowPointers }: CsrDesign,
  row: number,
  vector: Float64Array,
): number {
  const end = rowPointers[row + 1];
  let sum = 0;
  for (let p = rowPointers[row]; p < end; p++) sum += values[p] * vector[columnIndices[p]];
  return sum;
}

function denseDot({ data, columns }: DenseDesign, row: number, vector: Float64Array): number {
  const start = row * columns;
  let sum = 0;
  for (let j = 0; j < columns; j++) sum += data[start + j] * vector[j];
  return sum;
}

/** Adds `scale` times a row to `out`. */
export function addScaledRow(design: DesignMatrix, row: number, scale: number, out: Float64Array): void {
  if (design.kind === 'csr') csrAddScaled(design, row, scale, out);
  else denseAddScaled(design, row, scale, out);
}

function csrAddScaled(design: CsrDesign, row: number, scale: number, out: Float64Array): void {
  const { values, columnIndices, rowPointers } = design;
  const end = rowPointers[row + 1];
  for (let p = rowPointers[row]; p < end; p++) out[columnIndices[p]] += scale * values[p];
}

function denseAddScaled({ data, columns }: DenseDesign, row: number, scale: number, out: Float64Array): void {
  const start = row * columns;
  for (let j = 0; j < columns; j++) out[j] += scale * data[start + j];
}

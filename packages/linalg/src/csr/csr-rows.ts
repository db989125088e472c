import { NonFiniteError, ShapeError } from '@tenfold/core';

import { asBytes } from '../as-bytes.js';
import type { CsrDesign } from '../design-matrix.js';
import { checkDesign } from '../kernels/check-design.js';
import type { CsrCells } from './csr-parts.js';

/**
 * A sparse matrix as a design matrix, on the same arrays. They are checked again, as they may have been written to since.
 *
 * @param X the matrix
 * @param owner the function that was called, for error messages
 * @throws ShapeError when it is empty or its arrays do not fit together any more, NonFiniteError
 */
export function csrRows(X: CsrCells, owner: string): CsrDesign {
  const { rows, columns, values, columnIndices, rowPointers } = X;
  if (rows === 0 || columns === 0)
    throw new ShapeError(owner, 'a matrix of at least one row and one column', `${rows} × ${columns}`);
  const design = { kind: 'csr', rows, columns, values, columnIndices, rowPointers } as const;
  checkDesign(design);
  if (!(values instanceof Uint8Array)) checkFinite(design, owner);
  return design;
}

/** The same on arrays of its own, bytes where it can: what happens to the matrix afterwards changes nothing. */
export function keepCsrRows(X: CsrCells, owner: string): CsrDesign {
  const design = csrRows(X, owner);
  const { values, columnIndices, rowPointers } = design;
  return {
    ...design,
    values: values instanceof Uint8Array ? values.slice() : (asBytes(values) ?? values.slice()),
    columnIndices: columnIndices.slice(),
    rowPointers: rowPointers.slice(),
  };
}

function checkFinite({ values, columnIndices, rowPointers }: CsrDesign, owner: string): void {
  const at = values.findIndex((value) => !Number.isFinite(value));
  if (at < 0) return;
  const row = rowPointers.findIndex((pointer) => pointer > at) - 1;
  throw new NonFiniteError(owner, row, columnIndices[at], values[at]);
}

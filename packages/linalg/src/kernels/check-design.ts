import { ShapeError } from '@tenfold/core';

import type { CsrDesign, DesignMatrix } from '../design-matrix.js';

const OWNER = 'DesignMatrix';

/**
 * Checks that a matrix is what it says, so that no kernel can be led outside its memory.
 *
 * @throws ShapeError when an array is shorter or longer than its part (its buffer may have been transferred or
 *   resized), row pointers do not rise from 0 to the number of values, or column indices do not rise within their row
 *   or are no columns of the matrix
 */
export function checkDesign(design: DesignMatrix): void {
  const { rows, columns } = design;
  if (design.kind === 'dense') {
    checkLength('data', design.data, rows * columns);
    return;
  }
  checkLength('rowPointers', design.rowPointers, rows + 1);
  checkLength('columnIndices', design.columnIndices, design.values.length);
  checkPointers(design);
  checkColumns(design);
}

function checkLength(name: string, { length }: ArrayLike<number>, expected: number): void {
  if (length !== expected) throw new ShapeError(OWNER, `${name} of length ${expected}`, `${length}`);
}

function checkPointers({ rows, values, rowPointers }: CsrDesign): void {
  const cells = values.length;
  if (rowPointers[0] !== 0 || rowPointers[rows] !== cells) {
    const ends = `${rowPointers[0]} to ${rowPointers[rows]}`;
    throw new ShapeError(OWNER, `rowPointers from 0 to the number of values (${cells})`, ends);
  }
  for (let i = 0; i < rows; i++) {
    if (rowPointers[i] <= rowPointers[i + 1]) continue;
    throw new ShapeError(OWNER, 'rowPointers that do not fall', `${rowPointers[i + 1]} after row ${i}`);
  }
}

function checkColumns({ rows, columns, columnIndices, rowPointers }: CsrDesign): void {
  for (let i = 0, p = 0; i < rows; i++) {
    const end = rowPointers[i + 1];
    for (let before = -1; p < end; p++) {
      const column = columnIndices[p];
      if (column <= before || column >= columns) {
        const expected = `column indices that rise and are below ${columns}`;
        throw new ShapeError(OWNER, expected, `${column} in row ${i}`);
      }
      before = column;
    }
  }
}

import { describe, InputError, OutsideError } from '@tenfold/core';

/** The kernels' memory cannot hold a matrix. */
export class MemoryLimitError extends OutsideError {
  /**
   * @param bytes what was asked for
   * @param bytesUsed what was in use already
   */
  constructor(
    readonly bytes: number,
    readonly bytesUsed: number,
  ) {
    super(
      `${megabytes(bytes)} MB more do not fit into the kernels' memory, of which ${megabytes(bytesUsed)} MB are in use ` +
        '(at most 4096 MB): use fewer rows or columns, or bytes instead of doubles',
    );
  }
}

/** A thread ended in the middle of its work and the work could not be finished without it. */
export class ThreadLostError extends OutsideError {
  /** @param reason what happened, in words */
  constructor(readonly reason: string) {
    super(`a worker thread was lost: ${reason}`);
  }
}

/** A column index of a sparse matrix is none of its columns. Rows, columns and positions count from 0. */
export class ColumnIndexError extends InputError {
  /**
   * @param row the row that it is in
   * @param position where it stands among the column indices
   * @param columnIndex what stands there
   * @param columns how many columns there are
   */
  constructor(
    readonly row: number,
    readonly position: number,
    readonly columnIndex: unknown,
    readonly columns: number,
  ) {
    super(
      `CsrMatrix: column indices must be whole numbers from 0 to ${columns - 1}, as there are ${columns} columns, ` +
        `got ${describe(columnIndex)} in row ${row} (columnIndices[${position}]; counted from 0)`,
    );
  }
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}

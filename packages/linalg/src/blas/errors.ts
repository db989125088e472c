import { InputError } from '@tenfold/core';

/** A matrix that must be symmetric and positive definite has a pivot that is not above 0. */
export class NotPositiveDefiniteError extends InputError {
  /**
   * @param owner the function that was called
   * @param pivot the first such pivot's row, counted from 0: the leading part of `pivot + 1` rows is not positive definite
   */
  constructor(
    readonly owner: string,
    readonly pivot: number,
  ) {
    super(
      `${owner}: the matrix must be positive definite, but the pivot of row ${pivot} (counted from 0) is not above 0`,
    );
  }
}

/** A matrix has no inverse: a column is a combination of the columns before it. */
export class SingularMatrixError extends InputError {
  /**
   * @param owner the function that was called
   * @param column the first such column, counted from 0
   */
  constructor(
    readonly owner: string,
    readonly column: number,
  ) {
    super(`${owner}: the matrix is singular: column ${column} (counted from 0) has no pivot`);
  }
}

import { InputError } from '@tenfold/core';

/** The whole Hessian of a problem takes more memory than newton-cholesky may have. */
export class HessianMemoryError extends InputError {
  /**
   * @param owner the function that was called
   * @param columns columns of the matrix, with the intercept's
   * @param functions linear functions of them: classes, or binary problems
   * @param bytes what the Hessian takes
   * @param limit the most that it may take
   */
  constructor(
    owner: string,
    readonly columns: number,
    readonly functions: number,
    readonly bytes: number,
    readonly limit: number,
  ) {
    super(
      `${owner}: the Hessian of ${columns} columns and ${functions} classes takes ${megabytes(bytes)} MB, more than ` +
        `${megabytes(limit)} MB: use newton-cg or lbfgs, which hold no such matrix, or fewer columns`,
    );
  }
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}

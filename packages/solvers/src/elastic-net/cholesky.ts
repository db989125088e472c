/** A pivot that is no larger than this share of its diagonal is rounding alone. */
const LEAST_PIVOT = 1e-13;

/**
 * Solves A·x = b for a symmetric positive definite A, in place.
 *
 * @param A n rows of n numbers, of which the lower triangle is read; overwritten by its Cholesky factor
 * @param b n numbers; overwritten by x
 * @returns whether A is clearly positive definite; otherwise b is as it was
 */
export function solvePositive(A: Float64Array, b: Float64Array): boolean {
  const n = b.length;
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let j = 0; j <= i; j++) {
      const other = j * n;
      const own = A[row + j];
      let sum = own;
      for (let k = 0; k < j; k++) sum -= A[row + k] * A[other + k];
      if (j < i) A[row + j] = sum / A[other + j];
      else if (sum > LEAST_PIVOT * own) A[row + j] = Math.sqrt(sum);
      else return false;
    }
  }
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) b[i] -= A[i * n + k] * b[k];
    b[i] /= A[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    b[i] /= A[i * n + i];
    for (let k = 0; k < i; k++) b[k] -= A[i * n + k] * b[i];
  }
  return true;
}

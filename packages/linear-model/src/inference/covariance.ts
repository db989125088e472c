import { cholesky, Matrix, NotPositiveDefiniteError, solve } from '@tenfold/linalg';

import { SingularInformationError } from './errors.js';
import { observedInformation, scoreProducts, type Square } from './information.js';
import type { InferenceProblem } from './problem.js';

/** A pivot of no more than this, of a matrix with a unit diagonal, is rounding. */
const LEAST_PIVOT = 1e-13;

/** How the covariance of coefficients is estimated, when not by resampling. */
export type CovarianceKind = 'observed' | 'sandwich';

/**
 * The covariance matrix of the coefficients: the inverse of the observed information, or with `'sandwich'` (H. White,
 * Econometrica 50, 1982) that inverse around the sum of the outer products of the rows' scores, which holds when the model
 * is not quite right: statsmodels' HC0.
 *
 * @param problem the rows, their classes and probabilities
 * @param kind which of the two
 * @param names the coefficients' names, for errors
 * @throws SingularInformationError when the information has no inverse
 */
export async function covarianceOf(
  problem: InferenceProblem,
  kind: CovarianceKind,
  names: readonly string[],
): Promise<Square> {
  const inverse = await inverseOf(await observedInformation(problem), names, problem.signal);
  if (kind === 'observed') return inverse;
  const meat = await scoreProducts(problem);
  return multiply(multiply(inverse, meat), inverse);
}

/** Inverts a positive definite matrix, brought to a unit diagonal before, so that scales of columns do not matter. */
async function inverseOf(
  { size, cells }: Square,
  names: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Square> {
  const scales = Float64Array.from({ length: size }, (_, j) => 1 / Math.sqrt(cells[j * (size + 1)]));
  const wrong = scales.findIndex((scale) => !(scale < Infinity));
  if (wrong >= 0) throw new SingularInformationError(names[wrong]);
  const unit = (values: ArrayLike<number>): Float64Array =>
    Float64Array.from(values, (cell, at) => cell * scales[Math.floor(at / size)] * scales[at % size]);
  const scaled = Matrix.from1DArray(size, size, unit(cells));
  const singular = await singularRow(scaled, signal);
  if (singular !== undefined) throw new SingularInformationError(names[singular]);
  const inverse = await solve(scaled, Matrix.eye(size), { kind: 'positive-definite', signal });
  return { size, cells: unit(inverse.to1DArray()) };
}

/** The first row of a matrix with a unit diagonal that is a combination of those before; undefined when none is. */
async function singularRow(scaled: Matrix, signal: AbortSignal | undefined): Promise<number | undefined> {
  try {
    const factor = await cholesky(scaled, { signal });
    const row = factor.diagonal().findIndex((pivot) => pivot * pivot <= LEAST_PIVOT);
    return row < 0 ? undefined : row;
  } catch (error) {
    if (error instanceof NotPositiveDefiniteError) return error.pivot;
    throw error;
  }
}

function multiply(a: Square, b: Square): Square {
  const { size } = a;
  const cells = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let k = 0; k < size; k++)
      for (let j = 0; j < size; j++) cells[i * size + j] += a.cells[i * size + k] * b.cells[k * size + j];
  return { size, cells };
}

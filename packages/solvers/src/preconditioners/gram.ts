import { checkNames } from '@tenfold/core';
import type { Backend, DesignMatrix, Preconditioner } from '@tenfold/linalg';

import { GRAM_ROWS } from './plan.js';

/**
 * The mean of σ(z)·σ(-z), or of p_k·(1 - p_k), that is reckoned with: between what it is at the start and what it is
 * near the optimum of images of ten kinds.
 */
export const CURVATURE = 0.07;

/** Added to the diagonal, as a share of it: keeps the factor exact in floats. */
const SHARE = 0.005;

/** What the Hessian of a logistic objective is approximated from. */
export interface GramProblem {
  readonly design: DesignMatrix;
  /** The value of the constant feature, 0 for none. */
  readonly constant: number;
  readonly backend: Backend;
  readonly signal?: AbortSignal | undefined;
  /** What the mean of the rows' losses counts in the objective. */
  readonly scale: number;
  /** The penalty's second derivative. */
  readonly l2: number;
}

const NAMES = [
  'design',
  'constant',
  'backend',
  'signal',
  'scale',
  'l2',
] as const satisfies readonly (keyof GramProblem)[];

/**
 * Approximates the Hessian of a logistic objective by the Gram matrix of evenly spaced rows, factored:
 *
 *     M = D + 0.005·diag(D),   D = 0.07·scale·mean(x·x') + l2·I
 *
 * As the start of L-BFGS's Hessian, or as preconditioner of conjugate gradients, it takes away most of what makes
 * images slow to fit: neighbouring pixels that nearly say the same. One matrix serves all classes.
 *
 * @returns undefined when it has too many columns or cannot be factored: go without
 * @throws ParameterError when `problem` has a name that is not known
 */
export async function gramPreconditioner(problem: GramProblem): Promise<Preconditioner | undefined> {
  checkNames('gramPreconditioner', problem, NAMES);
  const { design, constant, backend, signal, scale, l2 } = problem;
  const rows = evenlySpaced(design.rows);
  return backend.factors.precondition({
    design,
    constant,
    signal,
    rows,
    scale: CURVATURE * scale,
    share: SHARE,
    shift: l2,
  });
}

function evenlySpaced(rows: number): Uint32Array | undefined {
  if (rows <= GRAM_ROWS) return undefined;
  return Uint32Array.from({ length: GRAM_ROWS }, (_, i) => Math.floor((i * rows) / GRAM_ROWS));
}

import type { CgProgress } from '../liblinear/conjugate-gradient.js';
import { maxAbs, sumAbs } from '../vectors.js';

/** Most products with the Hessian for a step. */
const MOST_PRODUCTS = 200;

/** A step is solved for until the residual is no more than this share of the gradient, in the preconditioner's norm. */
const RESIDUAL_SHARE = 0.1;

/**
 * scikit-learn's rule, of plain conjugate gradients: ‖r‖₁ ≤ min(½, √‖g‖₁)·‖g‖₁, or 201 products have been made.
 *
 * S. G. Nash, J. Nocedal, "A numerical study of the limited memory BFGS method and the truncated-Newton method for large scale
 * optimization", SIAM J. Optim. 1, 1991, DOI 10.1137/0801023.
 */
export function plainRule(gradient: Float64Array): (progress: CgProgress) => boolean {
  const size = sumAbs(gradient);
  const goal = Math.min(0.5, Math.sqrt(size)) * size;
  return ({ residual, products }) => products > MOST_PRODUCTS || sumAbs(residual) <= goal;
}

/**
 * With a preconditioner products are few, so that a step may be solved for better: √(r'M⁻¹r) ≤ η·√(g'M⁻¹g), η = min(0.1, √|g|)
 * with |g| the largest entry, so that convergence is superlinear.
 */
export function conditionedRule(gradient: Float64Array): (progress: CgProgress) => boolean {
  const share = Math.min(RESIDUAL_SHARE, Math.sqrt(maxAbs(gradient)));
  return ({ energy, energyAtStart, products }) =>
    products > MOST_PRODUCTS || !(Math.sqrt(energy) > share * Math.sqrt(energyAtStart));
}

import type { Preconditioner } from '@tenfold/linalg';

import { drawRows } from './draw-rows.js';
import { type Conditioner, type ConditionerSource, IDENTITY, solvingConditioner } from './conditioner.js';
import type { Point } from '../liblinear/logistic-objective.js';
import type { HessianSample } from '../losses/binary-kernel.js';

/** Rows that a Hessian is made of, at most. */
const SAMPLE_ROWS = 3000;

/** Added to the diagonal, as a share of it: what floats need to factor the matrix. */
const SHARE = 1e-3;

/** A step that took more products than this asks for the Hessian of the next point. */
const FRESH_PRODUCTS = 5;

/**
 * The Hessian of LIBLINEAR's objective at a point, I + Σ d_i·x_i·x_i', from some of the rows: drawn in proportion to
 * their curvatures d_i, so that the few rows near the boundary between the classes, which near the optimum are most of
 * the Hessian, are there, and each row drawn counts alike. Factored, it preconditions conjugate gradients.
 *
 * P. Xu, J. Yang, F. Roosta-Khorasani, C. Ré, M. W. Mahoney, "Sub-sampled Newton methods with non-uniform sampling",
 * NeurIPS 2016.
 */
export class SampledHessian implements ConditionerSource {
  readonly fresh = FRESH_PRODUCTS;
  readonly precision = 'single';
  readonly #precondition: (sample: HessianSample) => Promise<Preconditioner | undefined>;
  #factored: Preconditioner | undefined;

  /** @param precondition factors a sample */
  constructor(precondition: (sample: HessianSample) => Promise<Preconditioner | undefined>) {
    this.#precondition = precondition;
  }

  /** The preconditioner for an evaluated point; it serves until the next call. */
  async at({ curvatures }: Point): Promise<Conditioner> {
    const total = curvatures.reduce((sum, value) => sum + value, 0);
    this.release();
    if (!(total > 0 && total < Infinity)) return IDENTITY;
    this.#factored = await this.#precondition({
      rows: drawRows(curvatures, Math.min(SAMPLE_ROWS, curvatures.length)),
      scale: total,
      share: SHARE,
      shift: 1,
    });
    const factored = this.#factored;
    return factored === undefined ? IDENTITY : solvingConditioner((vector) => factored.solve(vector, 1));
  }

  /** Gives its memory back. */
  release(): void {
    this.#factored?.release();
    this.#factored = undefined;
  }
}

import type { FactoredHessian, Precision } from '@tenfold/linalg';

import type { CgProgress } from '../liblinear/conjugate-gradient.js';
import { type Conditioner, type ConditionerSource, IDENTITY } from '../preconditioners/conditioner.js';
import { maxAbs } from '../vectors.js';

/** Added to a Hessian's unit diagonal: what doubles need to factor a singular one. */
export const SHARE = 1e-12;

/** Most products with the Hessian for a step. */
const MOST_PRODUCTS = 200;

/** A step is solved for until the residual is no more than this share of the gradient, in the preconditioner's norm. */
const RESIDUAL_SHARE = 0.01;

/** Shares that products in doubles, and in floats, can tell from 0. */
const LEAST_SHARES = { double: 1e-10, single: 1e-4 };

/**
 * When a Newton step is as good as exact: √(r'M⁻¹r) ≤ η·√(g'M⁻¹g), η = min(0.01, |g|) with |g| the largest entry, so that
 * convergence stays quadratic as far as the arithmetic of the products allows.
 */
export function exactRule(precision: Precision) {
  return (gradient: Float64Array): ((progress: CgProgress) => boolean) => {
    const share = Math.max(LEAST_SHARES[precision], Math.min(RESIDUAL_SHARE, maxAbs(gradient)));
    return ({ energy, energyAtStart, products }) =>
      products > MOST_PRODUCTS || !(Math.sqrt(energy) > share * Math.sqrt(energyAtStart));
  };
}

/** A factored Hessian in the parameters of a problem. */
export interface HessianSolver {
  /** Fills `out` with H⁻¹·b. */
  solve(b: Float64Array, out: Float64Array): Promise<void>;
  readonly factored: FactoredHessian;
}

/** Whole Hessians, factored; the one before is given back before another is made. */
export class HessianConditioners implements ConditionerSource<Float64Array> {
  readonly fresh: number;
  readonly precision: Precision = 'double';
  readonly #make: () => Promise<HessianSolver | undefined>;
  #held: FactoredHessian | undefined;

  /**
   * @param fresh see `ConditionerSource`
   * @param make factors the Hessian at the point evaluated last; undefined where it cannot be
   */
  constructor(fresh: number, make: () => Promise<HessianSolver | undefined>) {
    this.fresh = fresh;
    this.#make = make;
  }

  async at(): Promise<Conditioner> {
    this.release();
    const made = await this.#make();
    this.#held = made?.factored;
    return made ?? IDENTITY;
  }

  /** Gives its memory back. */
  release(): void {
    this.#held?.release();
    this.#held = undefined;
  }
}

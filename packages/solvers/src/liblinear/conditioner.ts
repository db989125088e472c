import type { Precision } from '@tenfold/linalg';

import type { LogisticObjective, Point } from './logistic-objective.js';

/** The preconditioner M of conjugate gradients: positive definite, and easily solved with. */
export interface Conditioner {
  /** Fills `out` with M⁻¹·b. */
  solve(b: Float64Array, out: Float64Array): void;
}

/** Where the preconditioners of a run of Newton steps come from. */
export interface ConditionerSource {
  /** Makes one for the Hessian at a point. */
  at(point: Point): Conditioner | Promise<Conditioner>;
  /** One serves until a step taken with it needed more products with the Hessian than this. */
  readonly fresh: number;
  /** The arithmetic of those products. */
  readonly precision: Precision;
}

/** M is the identity. */
export const IDENTITY: Conditioner = {
  solve(b, out) {
    out.set(b);
  },
};

/** No preconditioner, and products in doubles: LIBLINEAR's own steps. */
export const UNCONDITIONED: ConditionerSource = { at: () => IDENTITY, fresh: Infinity, precision: 'double' };

/**
 * Share of the Hessian's diagonal in the preconditioner (1 - α)·I + α·diag(H). Hsia, Chiang & Lin 2018 choose
 * 0.01, as the bare diagonal makes some problems slower than no preconditioner.
 */
const DIAGONAL_SHARE = 0.01;

/** The diagonal of the objective's Hessian, anew for every step. */
export function hessianDiagonals(objective: LogisticObjective): ConditionerSource {
  return {
    async at(point) {
      const scales = new Float64Array(objective.size);
      await objective.hessianDiagonal(point, scales);
      for (let j = 0; j < scales.length; j++) scales[j] = 1 - DIAGONAL_SHARE + DIAGONAL_SHARE * scales[j];
      return diagonalConditioner(scales);
    },
    fresh: -1,
    precision: 'single',
  };
}

/** M is diagonal. */
export function diagonalConditioner(diagonal: Float64Array): Conditioner {
  return {
    solve(b, out) {
      for (let j = 0; j < b.length; j++) out[j] = b[j] / diagonal[j];
    },
  };
}

/** M is whatever a function solves with in place. */
export function solvingConditioner(solveInPlace: (vector: Float64Array) => void): Conditioner {
  return {
    solve(b, out) {
      out.set(b);
      solveInPlace(out);
    },
  };
}

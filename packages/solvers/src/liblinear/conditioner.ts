import type { Point } from './logistic-objective.js';

/** The preconditioner M of conjugate gradients: positive definite, and easily solved with. */
export interface Conditioner {
  /** Fills `out` with M⁻¹·b. */
  solve(b: Float64Array, out: Float64Array): void;
}

/** Makes a preconditioner for the Hessian at a point. */
export type ConditionerMaker = (at: Point) => Promise<Conditioner>;

/** M is the identity: no preconditioner. */
export const IDENTITY: Conditioner = {
  solve(b, out) {
    out.set(b);
  },
};

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

import type { Precision } from '@tenfold/linalg';

import type { Point } from '../liblinear/logistic-objective.js';

/** The preconditioner M of conjugate gradients: positive definite, and easily solved with. */
export interface Conditioner {
  /** Fills `out` with M⁻¹·b; a large matrix gives the event loop its turn. */
  solve(b: Float64Array, out: Float64Array): void | Promise<void>;
}

/** Where the preconditioners of a run of Newton steps come from; a solver says what a place is to it. */
export interface ConditionerSource<Place = Point> {
  /** Makes one for the Hessian at a place that has been evaluated. */
  at(place: Place): Conditioner | Promise<Conditioner>;
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
export const UNCONDITIONED: ConditionerSource<unknown> = {
  at: () => IDENTITY,
  fresh: Infinity,
  precision: 'double',
};

/** M is whatever a function solves with in place. */
export function solvingConditioner(solveInPlace: (vector: Float64Array) => void): Conditioner {
  return {
    solve(b, out) {
      out.set(b);
      solveInPlace(out);
    },
  };
}

import type { Precision } from '@tenfold/linalg';

/**
 * A smooth function to be minimised. Data, weights and penalty are inside; a solver sees numbers only.
 */
export interface Objective {
  /** Number of parameters. */
  readonly size: number;

  /**
   * The value at a point, and its gradient.
   *
   * @param parameters the point, `size` numbers; not changed and not kept
   * @param gradient filled with the derivatives by the parameters
   * @param precision the arithmetic to be content with; `'double'` when left out
   * @returns the value
   */
  evaluate(parameters: Float64Array, gradient: Float64Array, precision?: Precision): Promise<number>;
}

/** What a solver tells after each iteration. */
export interface IterationReport {
  /** Iterations done, from 1. */
  readonly iteration: number;
  /** The objective's value now, in the solver's scale. */
  readonly loss: number;
  /** The gradient's norm that the solver's stopping rule looks at; each solver says which. */
  readonly gradNorm: number;
  /** The parameters now: the solver goes on with this very array. */
  readonly x: Readonly<Float64Array>;
}

/**
 * Called after each iteration. When it returns `false` the solver stops there, not converged, and its result is where
 * it stands; what it throws stops the solver and passes through.
 */
export type OnIteration = (report: IterationReport) => unknown;

/** How a solver ends that its caller has stopped. */
export const CALLER_STOP = { converged: false, message: 'stopped by onIteration' } as const;

/** Where a solver ended. */
export interface SolverResult {
  /** The parameters found. */
  readonly x: Float64Array;
  /** The objective's value there. */
  readonly loss: number;
  /** The gradient's norm there, of the kind that the solver reports. */
  readonly gradNorm: number;
  /** Iterations done. */
  readonly nIter: number;
  /** Evaluations of the objective, or passes over the data for a solver without one. */
  readonly nEvaluations: number;
  /** Whether the stopping rule was met; otherwise iterations ran out or no progress was possible. */
  readonly converged: boolean;
  /** Why it stopped, in words. */
  readonly message: string;
  /**
   * An upper bound on how far `loss` is above the least there is; Infinity where nothing bounds it. Solvers that know of
   * no such bound leave it out.
   */
  readonly certificate?: number | undefined;
}

import type { OneVsRest } from '@tenfold/linalg';

import type { FitOutcome } from './fit-outcome.js';
import type { FitProblem } from './fit-problem.js';

/** Binary problems on the same rows: a class each against the rest, or one of two classes against the other. */
export interface Sides {
  readonly problem: FitProblem;
  readonly sides: readonly OneVsRest[];
  /** The weights of the rows that are the same for all sides; 1 each when undefined. */
  readonly shared: Float64Array | undefined;
}

/** How a solver of `@tenfold/solvers` fits what `LogisticRegression` asks for. */
export interface LogisticSolver {
  /** Fits binary problems, each as if it were alone. */
  readonly binary: (sides: Sides) => Promise<FitOutcome>;
  /** Fits one softmax model of three classes or more; left out where `multinomial` of its traits is false. */
  readonly multinomial?: ((problem: FitProblem) => Promise<FitOutcome>) | undefined;
}

/** A solver that also fits softmax models. */
export interface MultinomialSolver extends LogisticSolver {
  readonly multinomial: (problem: FitProblem) => Promise<FitOutcome>;
}

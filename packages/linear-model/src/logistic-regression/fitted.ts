import type { ConvergenceWarning, FitResult } from '@tenfold/base';
import { type Label, Matrix } from '@tenfold/linalg';

import type { FitOutcome } from './solvers/fit-outcome.js';

/** What linear scores are made of. */
export interface LinearWeights {
  /** A row for each class, or a single one for two classes. */
  readonly coef: Matrix;
  readonly intercept: Float64Array;
}

/** What a fit leaves. */
export interface LinearState extends LinearWeights {
  readonly nIter: readonly number[];
  readonly converged: boolean;
  readonly objective: number;
  /** An upper bound on `objective` less its optimum; Infinity where nothing bounds it. */
  readonly certificate: number;
}

/** Makes the fitted state of what the solvers found. */
export function fittedState(outcome: FitOutcome, classes: readonly Label[]): FitResult<LinearState> {
  const { coef, intercept, nIter, ends, objective, certificate } = outcome;
  const warnings = ends.flatMap(({ converged, message }, i): ConvergenceWarning[] => {
    if (converged) return [];
    const label = ends.length > 1 ? classes[i] : undefined;
    return [{ kind: 'convergence', label, nIter: nIter[i], message: warningText(message, nIter[i], label) }];
  });
  const state = {
    coef: new Matrix(coef.map((row) => Array.from(row, withoutNegativeZero))),
    intercept: Float64Array.from(intercept, withoutNegativeZero),
    nIter,
    converged: warnings.length === 0,
    objective,
    certificate,
  };
  return { state, warnings };
}

function warningText(reason: string, nIter: number, label: Label | undefined): string {
  const whose = label === undefined ? '' : ` for class ${label}`;
  return `LogisticRegression: not converged${whose} after ${nIter} iterations (${reason}); raise maxIter or scale the data`;
}

/** JSON has no way to keep the sign of -0. */
function withoutNegativeZero(value: number): number {
  return value === 0 ? 0 : value;
}

import { balancedWeights, combineWeights } from '@tenfold/base';
import type { OneVsRest } from '@tenfold/linalg';
import type { SolverResult } from '@tenfold/solvers';

import type { FitOutcome } from './fit-outcome.js';
import type { FitProblem } from './fit-problem.js';
import type { Sides } from './solver.js';
import { splitBinary } from './standing-weights.js';

/**
 * The binary problems of some classes, each against the rest. Each is solved on its own, as scikit-learn's
 * OneVsRestClassifier does, and `'balanced'` class weights balance that problem's two sides; but solvers may run side by side
 * and share their passes over the rows.
 */
export function sidesOf(problem: FitProblem, positives: readonly number[]): Sides {
  const shared = sharedWeights(problem);
  return { problem, shared, sides: positives.map((positive) => sideOf(problem, positive)) };
}

/** The sum of the rows' weights in a binary problem. */
export function totalOf({ problem, shared }: Sides, side: OneVsRest): number {
  const { positive, positiveWeight, negativeWeight } = side;
  const { codes } = problem;
  let total = 0;
  for (let i = 0; i < codes.length; i++)
    total += (codes[i] === positive ? positiveWeight : negativeWeight) * (shared?.[i] ?? 1);
  return total;
}

/**
 * Puts the problems' results together; `factor` brings each problem's objective to the scale that is reported, and
 * `constant` is the value of the feature whose weight is the intercept.
 */
export function gather(
  results: readonly SolverResult[],
  columns: number,
  constant: number,
  factor: (index: number) => number,
): FitOutcome {
  const parts = results.map(({ x }) => splitBinary(x, columns, constant));
  const sum = (part: (result: SolverResult) => number): number =>
    results.reduce((total, result, index) => total + part(result) * factor(index), 0);
  return {
    coef: parts.map(({ coef }) => coef),
    intercept: parts.map(({ intercept }) => intercept),
    nIter: results.map(({ nIter }) => nIter),
    ends: results,
    objective: sum(({ loss }) => loss),
    certificate: sum(({ certificate = Infinity }) => certificate),
  };
}

/** The weights of the rows that do not depend on which class stands against the rest. */
function sharedWeights({ settings, classes, codes, sampleWeight }: FitProblem): Float64Array | undefined {
  if (settings.classWeight === 'balanced') return sampleWeight;
  return combineWeights(settings.classWeight, classes, codes, sampleWeight);
}

/** What the two sides count: alike, except that `'balanced'` makes up for their sizes. */
function sideOf({ settings, codes, sampleWeight }: FitProblem, positive: number): OneVsRest {
  if (settings.classWeight !== 'balanced') return { positive, positiveWeight: 1, negativeWeight: 1 };
  const sides = codes.map((code) => (code === positive ? 1 : 0));
  const [negativeWeight, positiveWeight] = balancedWeights(2, sides, sampleWeight);
  return { positive, positiveWeight, negativeWeight };
}

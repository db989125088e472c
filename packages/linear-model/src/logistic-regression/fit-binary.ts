import { balancedWeights, combineWeights } from '@tenfold/base';
import { type OneVsRest, oneVsRestRows } from '@tenfold/linalg';
import { solveTogether, type SolverResult, trainBinary, trainLiblinear } from '@tenfold/solvers';

import type { FitOutcome } from './fit-outcome.js';
import type { FitProblem } from './fit-problem.js';
import { inverseStrength, penaltyOfMean } from './scale.js';
import { splitBinary, StandingWeights } from './standing-weights.js';
import { rowOf, warmStart } from './warm-start.js';

/** Fits two classes: the second, in the order of `classes`, against the first. */
export function fitTwoClasses(problem: FitProblem): Promise<FitOutcome> {
  return fitEach(problem, [1]);
}

/**
 * Fits each class against the rest. Each problem is solved on its own, as scikit-learn's OneVsRestClassifier does,
 * and `'balanced'` class weights balance that problem's two sides; but the solvers run side by side and share their
 * passes over the rows.
 */
export function fitOneVsRest(problem: FitProblem): Promise<FitOutcome> {
  return fitEach(problem, [...problem.classes.keys()]);
}

function fitEach(problem: FitProblem, positives: readonly number[]): Promise<FitOutcome> {
  const shared = sharedWeights(problem);
  const sides = positives.map((positive) => sidesOf(problem, positive));
  return problem.settings.solver === 'liblinear'
    ? fitLiblinear(problem, sides, shared)
    : fitLbfgs(problem, sides, shared);
}

async function fitLbfgs(
  problem: FitProblem,
  sides: readonly OneVsRest[],
  shared: Float64Array | undefined,
): Promise<FitOutcome> {
  const { settings, design, codes, backend, signal } = problem;
  const { fitIntercept, tol, maxIter, preconditioner } = settings;
  const constant = fitIntercept ? 1 : 0;
  const standing = new StandingWeights(sides.length, design.columns, constant, maxIter);
  const totals = sides.map((side) => totalOf(problem, side, shared));
  const before = warmStart(problem);
  const results = await trainBinary({
    design,
    targets: codes,
    weights: shared,
    problems: sides.map((side, index) => ({
      ...side,
      l2: penaltyOfMean(settings, totals[index]),
      initial: before && rowOf(before, index, fitIntercept),
      onIteration: problem.onIteration && standing.reporter(index, problem.onIteration),
    })),
    fitIntercept,
    tol,
    maxIter,
    preconditioner,
    backend,
    signal,
  });
  return gather(results, design.columns, constant, (index) => inverseStrength(settings, totals[index]));
}

async function fitLiblinear(
  problem: FitProblem,
  sides: readonly OneVsRest[],
  shared: Float64Array | undefined,
): Promise<FitOutcome> {
  const { settings, design, codes, backend, signal } = problem;
  const { C, fitIntercept, interceptScaling, dual, tol, maxIter, randomState, preconditioner } = settings;
  const constant = fitIntercept ? interceptScaling : 0;
  const problems = sides.map(({ positive, positiveWeight, negativeWeight }) => ({
    positive,
    positiveWeight: C * positiveWeight,
    negativeWeight: C * negativeWeight,
  }));
  const rows = { design, targets: codes, weights: shared, constant, backend, signal };
  const standing = new StandingWeights(problems.length, design.columns, constant, maxIter);
  const results = await solveTogether(rows, problems, (kernel, index) => {
    const { targets, weights } = oneVsRestRows(codes, shared, sides[index]);
    return trainLiblinear({
      design,
      targets,
      weights: Float64Array.from(targets, (_, i) => C * (weights?.[i] ?? 1)),
      bias: fitIntercept ? interceptScaling : -1,
      dual,
      tol,
      maxIter,
      randomState,
      preconditioner,
      kernel,
      backend,
      signal,
      onIteration: problem.onIteration && standing.reporter(index, problem.onIteration),
    });
  });
  return gather(results, design.columns, constant, () => 1);
}

/** The sum of the rows' weights in a problem. */
function totalOf(
  { codes }: FitProblem,
  { positive, positiveWeight, negativeWeight }: OneVsRest,
  shared: Float64Array | undefined,
): number {
  let total = 0;
  for (let i = 0; i < codes.length; i++)
    total += (codes[i] === positive ? positiveWeight : negativeWeight) * (shared?.[i] ?? 1);
  return total;
}

/** The weights of the rows that do not depend on which class stands against the rest. */
function sharedWeights({ settings, classes, codes, sampleWeight }: FitProblem): Float64Array | undefined {
  if (settings.classWeight === 'balanced') return sampleWeight;
  return combineWeights(settings.classWeight, classes, codes, sampleWeight);
}

/** What the two sides count: alike, except that `'balanced'` makes up for their sizes. */
function sidesOf({ settings, codes, sampleWeight }: FitProblem, positive: number): OneVsRest {
  if (settings.classWeight !== 'balanced') return { positive, positiveWeight: 1, negativeWeight: 1 };
  const sides = codes.map((code) => (code === positive ? 1 : 0));
  const [negativeWeight, positiveWeight] = balancedWeights(2, sides, sampleWeight);
  return { positive, positiveWeight, negativeWeight };
}

/** Puts the problems' results together; `factor` brings each problem's objective to the scale that is reported. */
function gather(
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

import { balancedWeights, combineWeights } from '@tenfold/base';
import type { OneVsRest, Preconditioner } from '@tenfold/linalg';
import {
  type BinaryKernel,
  gramPreconditioner,
  type OnIteration,
  solveTogether,
  type SolverResult,
  trainBinary,
  trainLiblinear,
} from '@tenfold/solvers';

import type { FitOutcome, FitProblem } from './fit-problem.js';
import { inverseStrength, penaltyOfMean } from './scale.js';
import { splitBinary, StandingWeights } from './standing-weights.js';

/** What a binary problem's solver found. */
interface BinaryOutcome {
  readonly coef: Float64Array;
  readonly intercept: number;
  readonly objective: number;
  readonly result: SolverResult;
}

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

async function fitEach(problem: FitProblem, positives: readonly number[]): Promise<FitOutcome> {
  const { settings, design, codes, backend, signal } = problem;
  const isLiblinear = settings.solver === 'liblinear';
  const shared = sharedWeights(problem);
  const sides = positives.map((positive) => sidesOf(problem, positive));
  const l2 = penaltyOfMean(settings, shared, design.rows);
  const constant = settings.fitIntercept ? (isLiblinear ? settings.interceptScaling : 1) : 0;
  const gram =
    isLiblinear || settings.preconditioner === 'none'
      ? undefined
      : await gramPreconditioner({ design, constant, backend, signal, scale: 1, l2 });
  const factor = isLiblinear ? settings.C : 1;
  const problems = sides.map(({ positive, positiveWeight, negativeWeight }) => ({
    positive,
    positiveWeight: factor * positiveWeight,
    negativeWeight: factor * negativeWeight,
  }));
  const rows = { design, targets: codes, weights: shared, constant, backend, signal };
  const standing = new StandingWeights(problems.length, design.columns, constant);
  try {
    const outcomes = await solveTogether(rows, problems, (kernel, index) => {
      const binary = binaryOf(problem, sides[index], shared);
      const onIteration = problem.onIteration && standing.reporter(index, problem.onIteration);
      const task = { ...binary, kernel, gram, constant, onIteration };
      return isLiblinear ? solveLiblinear(problem, task) : solveLbfgs(problem, task);
    });
    return gather(outcomes);
  } finally {
    gram?.release();
  }
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

/** A problem's targets, 1 or -1, and weights, row by row. */
function binaryOf(
  { codes }: FitProblem,
  { positive, positiveWeight, negativeWeight }: OneVsRest,
  shared: Float64Array | undefined,
): { targets: Float64Array; weights: Float64Array | undefined } {
  const targets = Float64Array.from(codes, (code) => (code === positive ? 1 : -1));
  if (shared === undefined && positiveWeight === 1 && negativeWeight === 1)
    return { targets, weights: shared };
  const weights = targets.map((t, i) => (t > 0 ? positiveWeight : negativeWeight) * (shared?.[i] ?? 1));
  return { targets, weights };
}

function gather(outcomes: BinaryOutcome[]): FitOutcome {
  return {
    coef: outcomes.map(({ coef }) => coef),
    intercept: outcomes.map(({ intercept }) => intercept),
    nIter: outcomes.map(({ result }) => result.nIter),
    ends: outcomes.map(({ result }) => result),
    objective: outcomes.reduce((sum, { objective }) => sum + objective, 0),
  };
}

interface BinaryTask {
  readonly targets: Float64Array;
  readonly weights: Float64Array | undefined;
  readonly kernel: BinaryKernel;
  readonly gram: Preconditioner | undefined;
  /** What the intercept is multiplied by; 0 for none. */
  readonly constant: number;
  readonly onIteration: OnIteration | undefined;
}

async function solveLbfgs(problem: FitProblem, task: BinaryTask): Promise<BinaryOutcome> {
  const { settings, design, backend, signal } = problem;
  const { targets, weights, kernel, gram, constant, onIteration } = task;
  const { fitIntercept, tol, maxIter } = settings;
  const result = await trainBinary({
    design,
    targets,
    weights,
    l2: penaltyOfMean(settings, weights, design.rows),
    fitIntercept,
    kernel,
    tol,
    maxIter,
    preconditioner: gram,
    onIteration,
    backend,
    signal,
  });
  return {
    ...splitBinary(result.x, design.columns, constant),
    objective: result.loss * inverseStrength(settings, weights, design.rows),
    result,
  };
}

async function solveLiblinear(problem: FitProblem, task: BinaryTask): Promise<BinaryOutcome> {
  const { settings, design, backend, signal } = problem;
  const { C, fitIntercept, interceptScaling, dual, tol, maxIter, randomState, preconditioner } = settings;
  const { targets, weights, kernel, constant, onIteration } = task;
  const result = await trainLiblinear({
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
    onIteration,
  });
  return {
    ...splitBinary(result.x, design.columns, constant),
    objective: result.loss,
    result,
  };
}

import {
  binaryLogisticObjective,
  lbfgs,
  type OnIteration,
  type SolverResult,
  trainLiblinear,
} from '@tenfold/solvers';

import { combineWeights } from './class-weight.js';
import type { FitOutcome, FitProblem, FitReport } from './fit-problem.js';
import { inverseStrength, penaltyOfMean } from './scale.js';

/** One class against others: the targets of the rows, 1 or -1, and their weights. */
interface BinaryProblem {
  readonly targets: Float64Array;
  readonly weights: Float64Array | undefined;
  readonly onIteration: OnIteration | undefined;
}

/** What a binary problem's solver found. */
interface BinaryOutcome {
  readonly coef: Float64Array;
  readonly intercept: number;
  readonly objective: number;
  readonly result: SolverResult;
}

/** Fits two classes: the second, in the order of `classes`, against the first. */
export async function fitTwoClasses(problem: FitProblem): Promise<FitOutcome> {
  return gather([await fitOne(problem, 1, 0, 1)]);
}

/**
 * Fits each class against the rest, one after the other, as scikit-learn's OneVsRestClassifier does: each problem is
 * solved on its own, and `'balanced'` class weights balance that problem's two sides.
 */
export async function fitOneVsRest(problem: FitProblem): Promise<FitOutcome> {
  const outcomes: BinaryOutcome[] = [];
  const count = problem.classes.length;
  for (let k = 0; k < count; k++) outcomes.push(await fitOne(problem, k, k, count));
  return gather(outcomes);
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

function fitOne(
  problem: FitProblem,
  positive: number,
  index: number,
  problems: number,
): Promise<BinaryOutcome> {
  const targets = Float64Array.from(problem.codes, (code) => (code === positive ? 1 : -1));
  const binary: BinaryProblem = {
    targets,
    weights: weightsOf(problem, positive),
    onIteration: reporter(problem.onIteration, index, problems),
  };
  return problem.settings.solver === 'liblinear'
    ? solveLiblinear(problem, binary)
    : solveLbfgs(problem, binary);
}

/** Weights by label stay a row's whatever it is set against; `'balanced'` looks at the two sides. */
function weightsOf(problem: FitProblem, positive: number): Float64Array | undefined {
  const { settings, classes, codes, sampleWeight } = problem;
  if (settings.classWeight !== 'balanced') {
    return combineWeights(settings.classWeight, classes, codes, sampleWeight);
  }
  const sides = codes.map((code) => (code === positive ? 1 : 0));
  return combineWeights('balanced', [0, 1], sides, sampleWeight);
}

function reporter(
  onIteration: ((report: FitReport) => void) | undefined,
  problem: number,
  problems: number,
): OnIteration | undefined {
  return onIteration && ((report) => onIteration({ ...report, problem, problems }));
}

async function solveLbfgs(problem: FitProblem, binary: BinaryProblem): Promise<BinaryOutcome> {
  const { settings, design, backend, signal } = problem;
  const { fitIntercept, tol, maxIter } = settings;
  const { targets, weights, onIteration } = binary;
  const objective = binaryLogisticObjective({
    design,
    targets,
    weights,
    l2: penaltyOfMean(settings, weights, design.rows),
    fitIntercept,
    backend,
    signal,
  });
  const result = await lbfgs(objective, new Float64Array(objective.size), {
    tol,
    maxIter,
    signal,
    onIteration,
  });
  return {
    coef: result.x.slice(0, design.columns),
    intercept: fitIntercept ? result.x[design.columns] : 0,
    objective: result.loss * inverseStrength(settings, weights, design.rows),
    result,
  };
}

async function solveLiblinear(problem: FitProblem, binary: BinaryProblem): Promise<BinaryOutcome> {
  const { settings, design, backend, signal } = problem;
  const { C, fitIntercept, interceptScaling, dual, tol, maxIter, randomState } = settings;
  const { targets, weights, onIteration } = binary;
  const result = await trainLiblinear({
    design,
    targets,
    weights: Float64Array.from(targets, (_, i) => C * (weights?.[i] ?? 1)),
    bias: fitIntercept ? interceptScaling : -1,
    dual,
    tol,
    maxIter,
    randomState,
    backend,
    signal,
    onIteration,
  });
  return {
    coef: result.x.slice(0, design.columns),
    intercept: fitIntercept ? interceptScaling * result.x[design.columns] : 0,
    objective: result.loss,
    result,
  };
}

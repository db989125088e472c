import { checkNames } from '@tenfold/core';
import { type OneVsRest, oneVsRestRows } from '@tenfold/linalg';

import type { BinaryKernel, SharedRows } from '../losses/binary-kernel.js';
import { solveTogether } from '../losses/solve-together.js';
import { totalWeight } from '../objectives/l2.js';
import type { OnIteration, SolverResult } from '../types.js';
import { binaryGap } from './binary-gap.js';
import { BinaryLoss } from './binary-loss.js';
import { uniformPenalty } from './elastic-penalty.js';
import {
  ELASTIC_MAX_ITER,
  ELASTIC_TOL,
  type ElasticStrengths,
  type ElasticTraining,
  goalOf,
} from './options.js';
import { proxNewton } from './prox-newton.js';

/** One of the problems of `trainElasticNet`. */
export interface ElasticNetTask extends OneVsRest, ElasticStrengths {
  /** Where it begins: weights and then the intercept, if any; zeros when left out. */
  readonly initial?: Float64Array | undefined;
  /** Called after each Newton step of this problem. */
  readonly onIteration?: OnIteration | undefined;
}

/** What `trainElasticNet` takes. */
export interface ElasticNetOptions extends Omit<SharedRows, 'constant'>, ElasticTraining {
  /** The problems: each a class against all others. */
  readonly problems: readonly ElasticNetTask[];
  /** Whether there are intercepts, which are not penalised. */
  readonly fitIntercept: boolean;
}

const NAMES = [
  'design',
  'targets',
  'weights',
  'problems',
  'fitIntercept',
  'tol',
  'maxIter',
  'backend',
  'signal',
] as const satisfies readonly (keyof ElasticNetOptions)[];

/**
 * Minimises mean binary logistic losses of the same rows with elastic-net penalties, side by side:
 *
 *     f(w, b) = 1/S · Σ_i s_i·log(1 + exp(-t_i·z_i)) + l1·‖w‖₁ + ½·l2·‖w‖²,   z_i = x_i·w + b,   S = Σ s_i
 *
 * by Newton steps in working sets (see `trainLiblinear`, whose L1 penalty is solved so too). `gradNorm` is the largest
 * violation of an optimality condition, `certificate` a duality gap.
 *
 * @returns a result for each problem
 * @throws ParameterError when an option is unknown
 */
export async function trainElasticNet(options: ElasticNetOptions): Promise<SolverResult[]> {
  checkNames('trainElasticNet', options, NAMES);
  const { design, targets, weights, problems, fitIntercept, backend, signal } = options;
  const rows = { design, targets, weights, constant: fitIntercept ? 1 : 0, backend, signal };
  const totals = problems.map((problem) => {
    const own = oneVsRestRows(targets, weights, problem);
    return totalWeight(own.weights, design.rows);
  });
  // The kernels sum what rows count: as shares of the total the sum is the mean.
  const shares = problems.map((problem, k) => ({
    positive: problem.positive,
    positiveWeight: problem.positiveWeight / totals[k],
    negativeWeight: problem.negativeWeight / totals[k],
  }));
  return solveTogether(rows, shares, (kernel, k) =>
    trainOne(options, { kernel, problem: problems[k], share: shares[k] }),
  );
}

interface OneTask {
  readonly kernel: BinaryKernel;
  readonly problem: ElasticNetTask;
  /** What its sides count beside the mean. */
  readonly share: OneVsRest;
}

async function trainOne(
  options: ElasticNetOptions,
  { kernel, problem, share }: OneTask,
): Promise<SolverResult> {
  const { design, fitIntercept, signal, tol = ELASTIC_TOL, maxIter = ELASTIC_MAX_ITER } = options;
  const constant = fitIntercept ? 1 : 0;
  const loss = new BinaryLoss({ design, constant, kernel, signal });
  const penalty = uniformPenalty(loss.size, design.columns, problem);
  const { initial, onIteration } = problem;
  const result = await proxNewton(loss, {
    penalty,
    initial,
    norm: 'largest',
    goal: () => goalOf(tol, problem),
    maxIter,
    signal,
    onIteration,
  });
  const { targets, weights } = oneVsRestRows(options.targets, options.weights, share);
  const counts = weights ?? new Float64Array(design.rows).fill(1);
  const certificate = await binaryGap(
    { design, targets, weights: counts, constant, penalty, signal },
    result,
  );
  return { ...result, certificate };
}

import { checkNames } from '@tenfold/core';
import { type OneVsRest, oneVsRestRows } from '@tenfold/linalg';

import type { BinaryKernel, SharedRows } from '../losses/binary-kernel.js';
import { solveTogether } from '../losses/solve-together.js';
import { binaryLogisticObjective } from '../objectives/binary-logistic-objective.js';
import { totalWeight } from '../objectives/l2.js';
import { positiveShare } from '../objectives/shares.js';
import { factorBinaryBlock } from '../preconditioners/binary-block.js';
import { HeldPreconditioner } from '../preconditioners/held.js';
import { planPreconditioner, type PreconditionPlan } from '../preconditioners/plan.js';
import { startPreconditioner } from '../preconditioners/start.js';
import type { OnIteration, SolverResult } from '../types.js';
import {
  type InitialPoint,
  type LbfgsTraining,
  MAX_ITER,
  preconditionedLbfgs,
  TRAINING_NAMES,
} from './preconditioned.js';

/** One of the problems of `trainBinary`. */
export interface BinaryTask extends OneVsRest, InitialPoint {
  /** Strength of the penalty beside this problem's mean loss, 0 or more. */
  readonly l2: number;
  /** Called after each iteration of this problem. */
  readonly onIteration?: OnIteration | undefined;
}

/** What `trainBinary` takes. */
export interface BinaryTraining extends Omit<SharedRows, 'constant'>, Omit<LbfgsTraining, 'onIteration'> {
  /** The problems: each a class against all others. */
  readonly problems: readonly BinaryTask[];
  /** Whether there are intercepts, which are not penalised. */
  readonly fitIntercept: boolean;
  /** As in `trainMultinomial`. */
  readonly preconditioner?: 'auto' | 'gram' | 'none' | undefined;
}

/** The names of `BinaryTraining`. */
export const BINARY_NAMES = [
  'design',
  'targets',
  'weights',
  'problems',
  'fitIntercept',
  'preconditioner',
  'backend',
  'signal',
  ...TRAINING_NAMES,
] as const;

/**
 * Minimises binary logistic objectives of the same rows by L-BFGS, side by side: `solveTogether`. Where it is
 * worth its price, they are preconditioned: by the rows' Gram matrix, which all share, and as they come nearer each by a
 * block of its own.
 *
 * @returns a result for each problem; its `certificate` bounds how far it is above the optimum
 * @throws ParameterError when an option is unknown or out of range
 */
export async function trainBinary(options: BinaryTraining): Promise<SolverResult[]> {
  checkNames('trainBinary', options, BINARY_NAMES);
  const { design, targets, weights, problems, fitIntercept, backend, signal } = options;
  const { maxIter = MAX_ITER, preconditioner = 'auto' } = options;
  const constant = fitIntercept ? 1 : 0;
  const plan = await planPreconditioner(design, problems.length, maxIter, preconditioner, signal);
  const shared = new HeldPreconditioner(1);
  const own = problems.map(() => new HeldPreconditioner(1));
  try {
    // The least penalty serves for all, as the problems' own blocks follow.
    const l2 = problems.reduce((least, problem) => Math.min(least, problem.l2), Infinity);
    const start = shared.take(
      await startPreconditioner(plan, { design, constant, backend, signal, scale: 1, l2 }),
    );
    const rows = { design, targets, weights, constant, backend, signal };
    return await solveTogether(rows, problems, (kernel, index) =>
      trainOne(options, { kernel, problem: problems[index], plan, start, held: own[index] }),
    );
  } finally {
    for (const held of [shared, ...own]) held.release();
  }
}

interface OneTask {
  readonly kernel: BinaryKernel;
  readonly problem: BinaryTask;
  readonly plan: PreconditionPlan;
  readonly start: ((vector: Float64Array) => void) | undefined;
  /** Keeps the problem's own preconditioner. */
  readonly held: HeldPreconditioner;
}

function trainOne(
  options: BinaryTraining,
  { kernel, problem, plan, start, held }: OneTask,
): Promise<SolverResult> {
  const { design, fitIntercept, backend, signal, tol, maxIter } = options;
  const { l2, initial, onIteration } = problem;
  const { targets, weights } = oneVsRestRows(options.targets, options.weights, problem);
  const total = totalWeight(weights, design.rows);
  const objective = binaryLogisticObjective({
    design,
    targets,
    weights,
    l2,
    fitIntercept,
    kernel,
    backend,
    signal,
  });
  return preconditionedLbfgs({
    objective,
    rows: { design, classes: options.problems.length, signal },
    settings: { tol, maxIter, onIteration },
    plan,
    initial,
    start,
    startFits: false,
    async make(x) {
      const curvatures = new Float64Array(design.rows);
      await kernel.evaluate(x, new Float64Array(objective.size), curvatures);
      const constant = fitIntercept ? 1 : 0;
      const { exact } = plan;
      return held.take(
        await factorBinaryBlock({ design, constant, kernel, signal, curvatures, total, l2, exact }),
      );
    },
    bound: { l2, penalised: design.columns, shares: [positiveShare(targets, weights)] },
  });
}

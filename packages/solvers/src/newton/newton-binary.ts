import { oneVsRestRows } from '@tenfold/linalg';

import type { BinaryTask, BinaryTraining } from '../lbfgs/train-binary.js';
import type { BinaryKernel } from '../losses/binary-kernel.js';
import { solveTogether } from '../losses/solve-together.js';
import { totalWeight } from '../objectives/l2.js';
import { positiveShare } from '../objectives/shares.js';
import type { SolverResult } from '../types.js';
import { type CurvedBinary, curvedBinary } from './curved-binary.js';
import type { NewtonMethod } from './newton.js';
import { leastWeight, trainNewton } from './train-newton.js';

/** One of the problems, as the maker of its method sees it. */
export interface BinaryNewtonProblem {
  readonly objective: CurvedBinary;
  readonly kernel: BinaryKernel;
  readonly index: number;
  readonly l2: number;
  /** The sum of the rows' weights. */
  readonly total: number;
}

/** Minimises binary logistic objectives of the same rows side by side, each by the method that is made for it. */
export function newtonBinary(
  options: BinaryTraining,
  methodOf: (problem: BinaryNewtonProblem) => NewtonMethod,
): Promise<SolverResult[]> {
  const { design, targets, weights, problems, fitIntercept, backend, signal } = options;
  const rows = { design, targets, weights, constant: fitIntercept ? 1 : 0, backend, signal };
  return solveTogether(rows, problems, (kernel, index) =>
    trainOne(options, problems[index], kernel, index, methodOf),
  );
}

function trainOne(
  options: BinaryTraining,
  problem: BinaryTask,
  kernel: BinaryKernel,
  index: number,
  methodOf: (problem: BinaryNewtonProblem) => NewtonMethod,
): Promise<SolverResult> {
  const { design, fitIntercept, signal, tol, maxIter } = options;
  const { l2, initial, onIteration } = problem;
  const { targets, weights } = oneVsRestRows(options.targets, options.weights, problem);
  const total = totalWeight(weights, design.rows);
  const objective = curvedBinary({ design, weights, l2, fitIntercept, kernel });
  return trainNewton({
    objective,
    settings: { tol, maxIter, onIteration },
    signal,
    method: methodOf({ objective, kernel, index, l2, total }),
    initial,
    bound: { l2, penalised: design.columns, shares: [positiveShare(targets, weights)] },
    total,
    leastWeight: leastWeight(weights),
  });
}

import { BinaryLoss } from '../elastic-net/binary-loss.js';
import { binaryGap } from '../elastic-net/binary-gap.js';
import { uniformPenalty } from '../elastic-net/elastic-penalty.js';
import { proxNewton } from '../elastic-net/prox-newton.js';
import type { SolverResult } from '../types.js';
import { dataOf, kernelOf, shareOfSmallerClass } from './logistic-objective.js';
import type { LiblinearOptions } from './options.js';

/** LIBLINEAR's objective with the penalty ‖w‖₁; see `trainLiblinear`. */
export async function l1Liblinear(
  options: LiblinearOptions & { readonly tol: number; readonly maxIter: number },
): Promise<SolverResult> {
  const { tol, maxIter, signal, onIteration } = options;
  const data = dataOf(options);
  const { design, constant } = data;
  const loss = new BinaryLoss({ design, constant, kernel: kernelOf(options, data), signal });
  const penalised = options.biasPenalty === false ? design.columns : loss.size;
  const penalty = uniformPenalty(loss.size, penalised, { l1: 1, l2: 0 });
  const epsilon = tol * shareOfSmallerClass(data);
  const result = await proxNewton(loss, {
    penalty,
    norm: 'sum',
    goal: (first) => epsilon * first,
    maxIter,
    signal,
    onIteration,
  });
  return { ...result, certificate: await binaryGap({ ...data, penalty }, result) };
}

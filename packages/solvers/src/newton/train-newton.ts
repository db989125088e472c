import { isLost, type LbfgsTraining, MAX_ITER } from '../lbfgs/preconditioned.js';
import type { CertificateTask } from '../objectives/certificate.js';
import { certify } from '../objectives/certify.js';
import type { SolverResult } from '../types.js';
import type { CurvedObjective } from './curved-objective.js';
import { newton, type NewtonMethod } from './newton.js';

/** What `trainNewton` works on. */
export interface NewtonTraining {
  readonly objective: CurvedObjective;
  readonly settings: LbfgsTraining;
  readonly signal: AbortSignal | undefined;
  readonly method: NewtonMethod;
  /** The parameters to begin with, or undefined for zeros. */
  readonly initial: Readonly<Float64Array> | undefined;
  /** What the bound on the result is made from. */
  readonly bound: Pick<CertificateTask, 'l2' | 'penalised' | 'shares'>;
  /** The sum of the rows' weights, and the least of them that is not 0. */
  readonly total: number;
  readonly leastWeight: number;
}

/** Minimises a logistic objective by a Newton method and bounds how far it still is from the optimum. */
export async function trainNewton(task: NewtonTraining): Promise<SolverResult> {
  const { objective, settings, signal, method, initial, bound } = task;
  const { tol = 1e-4, maxIter = MAX_ITER, onIteration } = settings;
  const start = Float64Array.from(initial ?? new Float64Array(objective.size));
  const found = await newton(objective, start, { ...method, tol, maxIter, signal, onIteration }).finally(
    () => {
      if ('release' in method.conditioners) method.conditioners.release();
    },
  );
  if (initial !== undefined && isLost(found)) return trainNewton({ ...task, initial: undefined });
  const result = await certify(found, { objective, ...bound }, true);
  if (bound.l2 > 0 || !result.converged || !isSeparated(result, task)) return result;
  return { ...result, converged: false, message: SEPARABLE };
}

const SEPARABLE =
  'the classes are separable, so that without a penalty the coefficients grow without end: set a penalty';

/** Whether the losses are so small that every row must be on the right side: each then is below log 2. */
function isSeparated({ loss }: SolverResult, { total, leastWeight }: NewtonTraining): boolean {
  return loss * total < Math.LN2 * leastWeight;
}

/** The least weight of a row that counts. */
export function leastWeight(weights: Float64Array | undefined): number {
  let least = Infinity;
  if (weights === undefined) return 1;
  for (let i = 0; i < weights.length; i++) if (weights[i] > 0 && weights[i] < least) least = weights[i];
  return least;
}

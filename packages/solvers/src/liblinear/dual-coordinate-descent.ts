import { storedValues, workMeter } from '@tenfold/linalg';
import { checkRandomState, RandomState, type Seed } from '@tenfold/random';

import { CALLER_STOP, type OnIteration, type SolverResult } from '../types.js';
import { dot } from '../vectors.js';
import { DualState } from './dual-state.js';
import type { LogisticObjective } from './logistic-objective.js';
import { type RandomWords, shuffleRows } from './row-order.js';

/** Each variable is solved to this derivative at first, to a tenth whenever few Newton iterations were needed. */
const INNER_START = 1e-2;
const INNER_SHARE = 0.1;
const INNER_LEAST = 1e-8;

/** "Few": at most one for every so many rows in a pass. */
const ROWS_PER_STEP = 10;

/** LIBLINEAR's generator is seeded with a number below this, drawn from the caller's: scikit-learn's way. */
const SEEDS = 2 ** 31 - 1;

/** Rows between two looks at the work done are chosen to make about this many multiply-adds. */
const WORK_PER_BLOCK = 500_000;

/** Checked options of `dualCoordinateDescent`. */
export interface DualOptions {
  /** Ends after a pass that met no derivative of this size or larger. */
  readonly tol: number;
  readonly maxIter: number;
  readonly randomState: Seed | RandomState;
  readonly onIteration?: OnIteration | undefined;
}

/**
 * Coordinate descent on the dual: pass after pass over all rows in a new random order, each time minimising in that
 * row's variable alone and keeping w = Σ α_i·t_i·x_i up to date. Early passes solve the variables roughly.
 *
 * H.-F. Yu, F.-L. Huang, C.-J. Lin, "Dual coordinate descent methods for logistic regression and maximum entropy
 * models", Machine Learning 85, 2011, DOI 10.1007/s10994-010-5221-8, algorithms 4 and 5.
 */
export async function dualCoordinateDescent(
  objective: LogisticObjective,
  { tol, maxIter, randomState, onIteration }: DualOptions,
): Promise<SolverResult> {
  const state = new DualState(objective.data, objective.size);
  const random = new RandomState(checkRandomState(randomState).randint(0, SEEDS));
  const words: RandomWords = () => random.uint32();
  const primal = { ...objective.point(), parameters: state.w };
  let inner = INNER_START;
  let nIter = 0;
  let violation = Infinity;
  let ended = false;
  while (nIter < maxIter && violation >= tol && !ended) {
    shuffleRows(state.order, words);
    const pass = await passOverRows(state, inner);
    violation = pass.violation;
    nIter++;
    if (pass.steps <= state.order.length / ROWS_PER_STEP) {
      inner = Math.max(Math.min(INNER_LEAST, tol), INNER_SHARE * inner);
    }
    if (onIteration !== undefined) {
      await objective.evaluate(primal);
      const report = { iteration: nIter, loss: primal.value, gradNorm: violation, x: state.w };
      ended = onIteration(report) === false;
    }
  }
  await objective.evaluate(primal);
  return {
    x: state.w,
    loss: primal.value,
    gradNorm: violation,
    nIter,
    nEvaluations: nIter,
    certificate: 0.5 * dot(primal.gradient, primal.gradient),
    ...(ended ? CALLER_STOP : describeStop(violation < tol, maxIter)),
  };
}

/** Visits all rows; tells the largest derivative met and the Newton iterations made. */
async function passOverRows(state: DualState, inner: number): Promise<{ violation: number; steps: number }> {
  const { order, data } = state;
  const size = blockSize(data.design);
  let violation = 0;
  let steps = 0;
  for (let start = 0; start < order.length; start += size) {
    const end = Math.min(start + size, order.length);
    for (let k = start; k < end; k++) {
      const step = state.visit(order[k], inner);
      violation = Math.max(violation, step.violation);
      steps += step.steps;
    }
    await workMeter.spend(((end - start) / size) * WORK_PER_BLOCK, data.signal);
  }
  return { violation, steps };
}

function blockSize(design: DualState['data']['design']): number {
  const cells = storedValues(design).length;
  // A row costs two products and some logarithms, which weigh about a hundred multiply-adds.
  return Math.max(1, Math.round(WORK_PER_BLOCK / (100 + (2 * cells) / design.rows)));
}

function describeStop(met: boolean, maxIter: number): Pick<SolverResult, 'converged' | 'message'> {
  return met
    ? { converged: true, message: 'every derivative of the dual is within the tolerance' }
    : { converged: false, message: `no convergence within ${maxIter} passes` };
}

import { CALLER_STOP, type OnIteration, type SolverResult } from '../types.js';
import { type ElasticPenalty, penaltyAt } from './elastic-penalty.js';
import { minimiseModel } from './minimise-model.js';
import type { LossPoint, SmoothLoss } from './smooth-loss.js';
import { violations, workingSet } from './working-set.js';

/** A step is taken when the objective falls by this share of what its model promises (Yuan, Ho, Lin 2012). */
const ACCEPT = 0.01;

/** Halvings of a step before it is given up. */
const MOST_HALVINGS = 40;

/** The model is minimised until its violations are this share of the point's. */
const INNER_SHARE = 1e-3;

/** A step that leaves more than this share of the violations is followed by one of an exact model. */
const SLOW = 0.3;

/** When a step promises less than this share of the objective, doubles cannot tell whether it keeps that. */
const PRECISION = 1e-14;

/** Checked options of `proxNewton`. */
export interface ProxNewtonOptions {
  readonly penalty: ElasticPenalty;
  /** Where it starts; zeros when undefined. */
  readonly initial?: Float64Array | undefined;
  /** The norm of the parameters' violations that the stopping rule looks at. */
  readonly norm: 'sum' | 'largest';
  /** Ends when that is at most this; it is given its value at zeros when it starts from there. */
  readonly goal: (first: number) => number;
  readonly maxIter: number;
  readonly signal?: AbortSignal | undefined;
  readonly onIteration?: OnIteration | undefined;
}

/**
 * Minimises a smooth loss with an elastic-net penalty: Newton steps, each to the minimum of the loss's quadratic model with
 * the penalty as it is, found by coordinate descent in a working set of the parameters, and halved until the objective
 * falls. Steps that are tried and not taken count among the iterations allowed.
 *
 * G.-X. Yuan, C.-H. Ho, C.-J. Lin, "An improved GLMNET for l1-regularized logistic regression", JMLR 13, 2012. Working sets
 * by violations: M. Massias, A. Gramfort, J. Salmon, "Celer: a fast solver for the Lasso with dual extrapolation", ICML
 * 2018.
 */
export async function proxNewton(loss: SmoothLoss, options: ProxNewtonOptions): Promise<SolverResult> {
  const { penalty, initial, norm, maxIter, signal, onIteration } = options;
  let here = loss.point();
  let there = loss.point();
  if (initial !== undefined) here.parameters.set(initial);
  await loss.evaluate(here);
  let nEvaluations = 1;
  let nIter = 0;
  let exact = false;
  let violation = violations(here, penalty)[norm];
  const goal = options.goal(violation);
  let end: Pick<SolverResult, 'converged' | 'message'> | undefined;
  while (violation > goal && end === undefined && nIter < maxIter) {
    signal?.throwIfAborted();
    nIter++;
    const direction = await newtonDirection(loss, here, { penalty, exact, signal });
    const taken = await lineSearch(loss, penalty, { here, there, direction });
    nEvaluations += taken.evaluations;
    if (taken.found) {
      [here, there] = [there, here];
      const before = violation;
      violation = violations(here, penalty)[norm];
      exact = violation > SLOW * before;
    } else if (exact) end = STALLED;
    else exact = true;
    const value = here.value + penaltyAt(penalty, here.parameters);
    const report = { iteration: nIter, loss: value, gradNorm: violation, x: here.parameters };
    if (onIteration?.(report) === false) end = CALLER_STOP;
  }
  return {
    x: here.parameters,
    loss: here.value + penaltyAt(penalty, here.parameters),
    gradNorm: violation,
    nIter,
    nEvaluations,
    ...(end ?? describeStop(violation <= goal, maxIter)),
  };
}

/** How it ends where no step lowers the objective any more. */
const STALLED = { converged: true, message: 'the objective is minimal within the precision of doubles' };

/** The step to the minimum of the model in the working set, all other parameters as they are. */
async function newtonDirection(
  loss: SmoothLoss,
  here: LossPoint,
  { penalty, exact, signal }: Pick<ProxNewtonOptions, 'penalty' | 'signal'> & { readonly exact: boolean },
): Promise<Direction> {
  const chosen = workingSet(here, penalty);
  const own = {
    l1: Float64Array.from(chosen, (j) => penalty.l1[j]),
    l2: Float64Array.from(chosen, (j) => penalty.l2[j]),
  };
  const x = Float64Array.from(chosen, (j) => here.parameters[j]);
  const gradient = Float64Array.from(chosen, (j) => here.gradient[j]);
  const goal = INNER_SHARE * violations({ parameters: x, gradient }, own).sum;
  await minimiseModel({ model: await loss.model(here, chosen, exact), x, penalty: own, goal, signal });
  return { chosen, to: x };
}

interface Direction {
  readonly chosen: Uint32Array;
  /** Where the chosen parameters are to go. */
  readonly to: Float64Array;
}

interface Search {
  readonly here: LossPoint;
  /** Filled with the point found. */
  readonly there: LossPoint;
  readonly direction: Direction;
}

/** Halves a step until the objective falls as it should; tells whether it did. */
async function lineSearch(
  loss: SmoothLoss,
  penalty: ElasticPenalty,
  { here, there, direction: { chosen, to } }: Search,
): Promise<{ found: boolean; evaluations: number }> {
  const before = penaltyAt(penalty, here.parameters);
  const value = here.value + before;
  there.parameters.set(here.parameters);
  chosen.forEach((j, k) => (there.parameters[j] = to[k]));
  let promise = penaltyAt(penalty, there.parameters) - before;
  chosen.forEach((j, k) => (promise += here.gradient[j] * (to[k] - here.parameters[j])));
  const unsure = PRECISION * Math.abs(value);
  if (!(promise < 0)) return { found: false, evaluations: 0 };
  let part = 1;
  for (let tries = 1; tries <= MOST_HALVINGS; tries++) {
    await loss.evaluate(there);
    const change = there.value + penaltyAt(penalty, there.parameters) - value;
    if (change <= ACCEPT * part * promise) return { found: true, evaluations: tries };
    if (part * -promise <= unsure) {
      const found = Math.abs(change) <= 4 * unsure && isNearer(penalty, there, here);
      return { found, evaluations: tries };
    }
    part /= 2;
    chosen.forEach((j, k) => {
      const from = here.parameters[j];
      there.parameters[j] = from + part * (to[k] - from);
    });
  }
  return { found: false, evaluations: MOST_HALVINGS };
}

/** Whether one point's violations are clearly smaller than another's. */
function isNearer(penalty: ElasticPenalty, one: LossPoint, other: LossPoint): boolean {
  return violations(one, penalty).sum < 0.5 * violations(other, penalty).sum;
}

function describeStop(met: boolean, maxIter: number): Pick<SolverResult, 'converged' | 'message'> {
  return met
    ? { converged: true, message: 'the violations of the optimality conditions are within the tolerance' }
    : { converged: false, message: `no convergence within ${maxIter} iterations` };
}

import { workMeter } from '@tenfold/linalg';

import { solvePositive } from './cholesky.js';
import { type ElasticPenalty, softThreshold, violationOf } from './elastic-penalty.js';
import type { QuadraticModel } from './smooth-loss.js';

/** What `minimiseModel` minimises. */
export interface ModelTask {
  readonly model: QuadraticModel;
  /** Where the model's parameters stand; overwritten by where they end. */
  readonly x: Float64Array;
  /** Their penalty. */
  readonly penalty: ElasticPenalty;
  /** Ends when the violations of a sweep add up to this or less. */
  readonly goal: number;
  readonly signal?: AbortSignal | undefined;
}

/** Sweeps over all parameters, at most. */
const MOST_SWEEPS = 1000;

/** Sweeps over the parameters that are not 0 between two over all of them. */
const INNER_SWEEPS = 4;

/** Newton steps are made in at most so many parameters: their cost is the third power. */
const MOST_NEWTON = 1500;

/** What is added to the diagonal, as a share of it, where the Hessian of the parameters that are not 0 is singular. */
const RIDGE = 1e-8;

/**
 * Minimises a quadratic model with an elastic-net penalty, roughly: sweeps of coordinate descent, and where a sweep leaves
 * the signs as they were, and the Hessian has been formed, a Newton step in the parameters that are not 0 (where the penalty
 * is smooth) as far as the model falls.
 *
 * J. Friedman, T. Hastie, R. Tibshirani, "Regularization paths for generalized linear models via coordinate descent", J. Stat.
 * Softw. 33, 2010; the Newton steps are those of H. Lee, A. Battle, R. Raina, A. Ng, "Efficient sparse coding algorithms",
 * NIPS 2006.
 */
export async function minimiseModel(task: ModelTask): Promise<void> {
  const { model, x, penalty, goal, signal } = task;
  const all = Uint32Array.from(x, (_, k) => k);
  const signs = new Int8Array(x.length);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    const violation = sweepOver(task, all);
    await workMeter.spend(2 * x.length * model.work, signal);
    if (!(violation > goal)) return;
    const active = all.filter((k) => x[k] !== 0 || penalty.l1[k] === 0);
    const settled = updateSigns(signs, x);
    if (settled && model.hessian !== undefined && active.length <= MOST_NEWTON) {
      stepToMinimum(task, model.hessian, active);
      await workMeter.spend(active.length ** 3 / 6 + active.length * model.work, signal);
      continue;
    }
    for (let inner = 0; inner < INNER_SWEEPS; inner++) {
      if (!(sweepOver(task, active) > 0.1 * goal)) break;
      await workMeter.spend(2 * active.length * model.work, signal);
    }
  }
}

/** Minimises in one parameter after the other; returns the sum of the violations met. */
function sweepOver({ model, x, penalty: { l1, l2 } }: ModelTask, chosen: Uint32Array): number {
  let sum = 0;
  for (let at = 0; at < chosen.length; at++) {
    const k = chosen[at];
    const slope = model.slope(k) + l2[k] * x[k];
    const violation = violationOf(x[k], slope, l1[k]);
    if (violation === 0) continue;
    sum += violation;
    const curvature = model.diagonal[k] + l2[k];
    const next = softThreshold(x[k] - slope / curvature, l1[k] / curvature);
    const step = next - x[k];
    if (step === 0 || !Number.isFinite(step)) continue;
    model.move(k, step);
    x[k] = next;
  }
  return sum;
}

/** Notes the signs; tells whether they were so before. */
function updateSigns(signs: Int8Array, x: Float64Array): boolean {
  let same = true;
  for (let k = 0; k < x.length; k++) {
    const sign = Math.sign(x[k]);
    if (signs[k] !== sign) same = false;
    signs[k] = sign;
  }
  return same;
}

/**
 * A Newton step in some parameters, signs as they are: all the way, with what changes its sign put to 0; or, when the model
 * does not fall so, to where the first sign changes.
 */
function stepToMinimum(task: ModelTask, hessian: Float64Array, active: Uint32Array): void {
  const { x, penalty } = task;
  const square = squareOf(task, hessian, active);
  const step = solveActive(task, square, active);
  let first = 1;
  const whole = step.map((value, a) => {
    const k = active[a];
    if (penalty.l1[k] === 0 || x[k] * (x[k] + value) > 0) return value;
    first = Math.min(first, -x[k] / value);
    return -x[k];
  });
  if (moveIfLower(task, square, active, whole) || first === 1) return;
  const short = step.map((value, a) => (-x[active[a]] / value === first ? -x[active[a]] : first * value));
  moveIfLower(task, square, active, short);
}

/** The rows and columns of some parameters, with the L2 penalty. */
function squareOf(
  { x, penalty: { l2 } }: ModelTask,
  hessian: Float64Array,
  active: Uint32Array,
): Float64Array {
  const size = active.length;
  const square = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    const row = active[a] * x.length;
    for (let b = 0; b < size; b++) square[a * size + b] = hessian[row + active[b]];
    square[a * (size + 1)] += l2[active[a]];
  }
  return square;
}

/** The step to where the model is lowest while no sign changes. */
function solveActive(
  { model, x, penalty: { l1, l2 } }: ModelTask,
  square: Float64Array,
  active: Uint32Array,
): Float64Array {
  const slopes = Float64Array.from(active, (k) => -(model.slope(k) + l2[k] * x[k] + l1[k] * Math.sign(x[k])));
  const step = slopes.slice();
  if (solvePositive(square.slice(), step)) return step;
  const ridged = square.slice();
  for (let a = 0; a < active.length; a++) ridged[a * (active.length + 1)] *= 1 + RIDGE;
  solvePositive(ridged, step);
  return step;
}

/** Moves some parameters together if that lowers the model with its penalty; tells whether. */
function moveIfLower(
  { model, x, penalty: { l1, l2 } }: ModelTask,
  square: Float64Array,
  active: Uint32Array,
  moves: Float64Array,
): boolean {
  let change = 0;
  for (let a = 0; a < active.length; a++) {
    const k = active[a];
    let bend = 0;
    for (let b = 0; b < active.length; b++) bend += square[a * active.length + b] * moves[b];
    change += moves[a] * (model.slope(k) + l2[k] * x[k] + 0.5 * bend);
    change += l1[k] * (Math.abs(x[k] + moves[a]) - Math.abs(x[k]));
  }
  if (!(change < 0)) return false;
  for (let a = 0; a < active.length; a++) {
    if (moves[a] === 0) continue;
    model.move(active[a], moves[a]);
    x[active[a]] += moves[a];
  }
  return true;
}

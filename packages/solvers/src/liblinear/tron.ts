import { CALLER_STOP, type OnIteration, type SolverResult } from '../types.js';
import { dot, maxAbs } from '../vectors.js';
import { type Conditioner, type ConditionerSource, UNCONDITIONED } from '../preconditioners/conditioner.js';
import { newtonStep, type NewtonStep } from './conjugate-gradient.js';
import type { LogisticObjective, Point } from './logistic-objective.js';
import { isAcceptable, nextRadius, type Trial } from './trust-region.js';

/** When neither f nor the model falls by more than this share of f, doubles have no more to give. */
const PRECISION = 1e-12;

/** What the region shrinks to when doubles cannot hold what a step leads to. */
const SHORTER = 0.25;

/** Checked options of `tron`. */
export interface TronOptions {
  /** Ends when the gradient's norm is at most this share of that at w = 0. */
  readonly epsilon: number;
  readonly maxIter: number;
  /** Where the preconditioners of the Newton steps come from. */
  readonly conditioners: ConditionerSource;
  readonly signal?: AbortSignal | undefined;
  readonly onIteration?: OnIteration | undefined;
}

/**
 * Trust-region Newton method from w = 0: conjugate gradients find a step within the region, which is taken when f
 * falls enough; the region grows and shrinks with the model's success. The first radius is the gradient's norm,
 * and until a step is taken at most the last one's length. Steps that are tried and not taken count among the
 * iterations allowed. Where a step is not finite, it goes on without a preconditioner and with products in doubles.
 *
 * C.-J. Lin, R. C. Weng, S. S. Keerthi, "Trust region Newton method for large-scale logistic regression", JMLR 9,
 * 2008.
 */
export async function tron(objective: LogisticObjective, options: TronOptions): Promise<SolverResult> {
  const { epsilon, maxIter, signal, onIteration } = options;
  let { conditioners } = options;
  let here = objective.point();
  let there = objective.point();
  await objective.evaluate(here);
  let gradNorm = norm(here.gradient);
  const goal = epsilon * gradNorm;
  let conditioner: Conditioner | undefined;
  let radius: number | undefined;
  let nIter = 0;
  let tried = 0;
  let stalled = false;
  let ended = false;
  while (tried < maxIter && gradNorm > goal && !stalled && !ended) {
    signal?.throwIfAborted();
    conditioner ??= await conditioners.at(here);
    radius ??= await inverseNorm(here.gradient, conditioner);
    const { precision } = conditioners;
    const from = here;
    const newton = await newtonStep({
      gradient: from.gradient,
      multiply: (direction, out) => objective.hessianVectorProduct(from, direction, out, precision),
      radius,
      conditioner,
      signal,
    });
    tried++;
    move(here, newton.step, there);
    await objective.evaluate(there);
    if (!isFinite(newton, there)) {
      if (conditioners === UNCONDITIONED) radius *= SHORTER;
      else [conditioners, conditioner, radius] = [UNCONDITIONED, undefined, undefined];
      continue;
    }
    if (nIter === 0) radius = Math.min(radius, newton.length);
    const trial = asTrial(newton, radius, here.value - there.value);
    radius = nextRadius(trial);
    const taken = isAcceptable(trial);
    if (taken) {
      [here, there] = [there, here];
      gradNorm = norm(here.gradient);
      if (newton.products > conditioners.fresh) conditioner = undefined;
      nIter++;
      const report = { iteration: nIter, loss: here.value, gradNorm, x: here.parameters };
      if (onIteration?.(report) === false) ended = true;
    }
    stalled = hasStalled(trial, here.value);
  }
  const stop = ended ? CALLER_STOP : describeStop(gradNorm <= goal, stalled, maxIter);
  const nEvaluations = tried + 1;
  // The objective is as convex as ½·‖w‖².
  const certificate = 0.5 * dot(here.gradient, here.gradient);
  return { x: here.parameters, loss: here.value, gradNorm, nIter, nEvaluations, certificate, ...stop };
}

/** Whether a step, what it promises and what it leads to are numbers. */
function isFinite({ length, slope, predicted }: NewtonStep, { value }: Point): boolean {
  return Number.isFinite(length + slope + predicted + value);
}

function norm(x: Float64Array): number {
  const squares = dot(x, x);
  if (squares < Infinity) return Math.sqrt(squares);
  const most = maxAbs(x);
  return most * Math.sqrt(x.reduce((sum, value) => sum + (value / most) ** 2, 0));
}

function move(from: Point, step: Float64Array, to: Point): void {
  for (let j = 0; j < step.length; j++) to.parameters[j] = from.parameters[j] + step[j];
}

/** √(g'M⁻¹g), the gradient's norm that belongs to steps measured by √(s'Ms). */
async function inverseNorm(gradient: Float64Array, conditioner: Conditioner): Promise<number> {
  const solved = new Float64Array(gradient.length);
  await conditioner.solve(gradient, solved);
  return Math.sqrt(dot(gradient, solved));
}

function asTrial({ length, slope, predicted }: NewtonStep, radius: number, actual: number): Trial {
  return { radius, length, slope, predicted, actual };
}

function hasStalled({ actual, predicted }: Trial, value: number): boolean {
  if (actual <= 0 && predicted <= 0) return true;
  const least = PRECISION * Math.abs(value);
  return Math.abs(actual) <= least && Math.abs(predicted) <= least;
}

function describeStop(
  met: boolean,
  stalled: boolean,
  maxIter: number,
): Pick<SolverResult, 'converged' | 'message'> {
  if (met) return { converged: true, message: 'the gradient is within the tolerance' };
  if (stalled)
    return { converged: true, message: 'the objective is minimal within the precision of doubles' };
  return { converged: false, message: `no convergence within ${maxIter} iterations` };
}

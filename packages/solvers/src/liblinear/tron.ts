import type { OnIteration, SolverResult } from '../types.js';
import { dot } from '../vectors.js';
import { newtonStep, type NewtonStep } from './conjugate-gradient.js';
import type { LogisticObjective, Point } from './logistic-objective.js';
import { isAcceptable, nextRadius, type Trial } from './trust-region.js';

/**
 * Share of the Hessian's diagonal in the preconditioner (1 - α)·I + α·diag(H). Hsia, Chiang & Lin 2018 choose
 * 0.01, as the bare diagonal makes some problems slower than no preconditioner.
 */
const DIAGONAL_SHARE = 0.01;

/** When neither f nor the model falls by more than this share of f, doubles have no more to give. */
const PRECISION = 1e-12;

/** Checked options of `tron`. */
export interface TronOptions {
  /** Ends when the gradient's norm is at most this share of that at w = 0. */
  readonly epsilon: number;
  readonly maxIter: number;
  readonly preconditioner: 'none' | 'diagonal';
  readonly signal?: AbortSignal | undefined;
  readonly onIteration?: OnIteration | undefined;
}

/**
 * Trust-region Newton method from w = 0: conjugate gradients find a step within the region, which is taken when f
 * falls enough; the region grows and shrinks with the model's success. The first radius is the gradient's norm,
 * and until a step is taken at most the last one's length.
 *
 * C.-J. Lin, R. C. Weng, S. S. Keerthi, "Trust region Newton method for large-scale logistic regression", JMLR 9,
 * 2008.
 */
export async function tron(objective: LogisticObjective, options: TronOptions): Promise<SolverResult> {
  const { epsilon, maxIter, signal, onIteration } = options;
  let here = objective.point();
  let there = objective.point();
  await objective.evaluate(here);
  let gradNorm = norm(here.gradient);
  const goal = epsilon * gradNorm;
  const scales = new Float64Array(objective.size).fill(1);
  let radius = 0;
  let nIter = 0;
  let nEvaluations = 1;
  let stalled = false;
  let taken = true;
  while (nIter < maxIter && gradNorm > goal && !stalled) {
    signal?.throwIfAborted();
    if (taken && options.preconditioner === 'diagonal') await fillScales(objective, here, scales);
    if (nEvaluations === 1) radius = inverseNorm(here.gradient, scales);
    const newton = await newtonStep({ objective, from: here, radius, preconditioner: scales });
    move(here, newton.step, there);
    await objective.evaluate(there);
    nEvaluations++;
    if (nIter === 0) radius = Math.min(radius, newton.length);
    const trial = asTrial(newton, radius, here.value - there.value);
    radius = nextRadius(trial);
    taken = isAcceptable(trial);
    if (taken) {
      [here, there] = [there, here];
      gradNorm = norm(here.gradient);
      nIter++;
      onIteration?.({ iteration: nIter, loss: here.value, gradNorm });
    }
    stalled = hasStalled(trial, here.value);
  }
  const stop = describeStop(gradNorm <= goal, stalled, maxIter);
  return { x: here.parameters, loss: here.value, gradNorm, nIter, nEvaluations, ...stop };
}

async function fillScales(objective: LogisticObjective, at: Point, scales: Float64Array): Promise<void> {
  await objective.hessianDiagonal(at, scales);
  for (let j = 0; j < scales.length; j++) scales[j] = 1 - DIAGONAL_SHARE + DIAGONAL_SHARE * scales[j];
}

function norm(x: Float64Array): number {
  return Math.sqrt(dot(x, x));
}

function move(from: Point, step: Float64Array, to: Point): void {
  for (let j = 0; j < step.length; j++) to.parameters[j] = from.parameters[j] + step[j];
}

/** √(g'M⁻¹g), the gradient's norm that belongs to steps measured by √(s'Ms). */
function inverseNorm(gradient: Float64Array, scales: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < gradient.length; j++) sum += (gradient[j] * gradient[j]) / scales[j];
  return Math.sqrt(sum);
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

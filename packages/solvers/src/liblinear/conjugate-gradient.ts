import { axpy, dot } from '../vectors.js';
import type { LogisticObjective, Point } from './logistic-objective.js';

/** The residual, in the norm of the inverse preconditioner, falls to this share of the gradient. */
const RESIDUAL_SHARE = 0.1;

/** What `newtonStep` needs to know. */
export interface NewtonStepTask {
  readonly objective: LogisticObjective;
  /** Where the step starts, evaluated. */
  readonly from: Point;
  /** Longest step allowed, in the norm √(s'Ms). */
  readonly radius: number;
  /** The diagonal of the preconditioner M, all positive. */
  readonly preconditioner: Float64Array;
}

/** A step found by `newtonStep`. */
export interface NewtonStep {
  /** The step s. */
  readonly step: Float64Array;
  /** √(s'Ms) */
  readonly length: number;
  /** ∇f's, negative. */
  readonly slope: number;
  /** By how much the quadratic model falls: -(∇f's + ½·s'Hs), from the residual and without another product. */
  readonly predicted: number;
  /** Products with the Hessian made. */
  readonly products: number;
}

/**
 * Minimises the quadratic model ∇f's + ½·s'Hs within √(s'Ms) ≤ radius, roughly: preconditioned conjugate gradients
 * from s = 0 until the residual r = -∇f - Hs has √(r'M⁻¹r) ≤ 0.1·√(∇f'M⁻¹∇f), or until the path leaves the region,
 * where it stops on the boundary.
 *
 * T. Steihaug, "The conjugate gradient method and trust regions in large scale optimization", SIAM J. Numer. Anal.
 * 20, 1983, DOI 10.1137/0720042. With a preconditioner: C.-Y. Hsia, W.-L. Chiang, C.-J. Lin, "Preconditioned
 * conjugate gradient methods in truncated Newton frameworks for large-scale linear classification", ACML 2018.
 */
export async function newtonStep({
  objective,
  from,
  radius,
  preconditioner,
}: NewtonStepTask): Promise<NewtonStep> {
  const { size } = objective;
  const step = new Float64Array(size);
  const product = new Float64Array(size);
  const residual = from.gradient.map((g) => -g);
  const direction = divide(residual, preconditioner);
  const conditioned = Float64Array.from(direction);
  let energy = dot(residual, conditioned);
  const goal = RESIDUAL_SHARE * Math.sqrt(energy);
  let products = 0;
  while (Math.sqrt(energy) > goal && products < mostProducts(size)) {
    await objective.hessianVectorProduct(from, direction, product);
    products++;
    const full = energy / dot(direction, product);
    axpy(full, direction, step);
    if (Math.sqrt(scaledDot(step, preconditioner, step)) > radius) {
      axpy(-full, direction, step);
      const part = stepToBoundary(step, direction, preconditioner, radius);
      axpy(part, direction, step);
      axpy(-part, product, residual);
      break;
    }
    axpy(-full, product, residual);
    divide(residual, preconditioner, conditioned);
    const before = energy;
    energy = dot(residual, conditioned);
    turn(direction, energy / before, conditioned);
  }
  const slope = dot(from.gradient, step);
  const predicted = -0.5 * (slope - dot(step, residual));
  return { step, length: Math.sqrt(scaledDot(step, preconditioner, step)), slope, predicted, products };
}

/** Exact arithmetic needs `size` products; rounding some more. A bound, so that the loop ends whatever happens. */
function mostProducts(size: number): number {
  return 10 * size + 100;
}

/** The positive root τ of ‖s + τd‖_M = radius for a step s inside, in the form that does not cancel. */
function stepToBoundary(
  step: Float64Array,
  direction: Float64Array,
  scales: Float64Array,
  radius: number,
): number {
  const sd = scaledDot(step, scales, direction);
  const dd = scaledDot(direction, scales, direction);
  const room = radius * radius - scaledDot(step, scales, step);
  const root = Math.sqrt(sd * sd + dd * room);
  return sd >= 0 ? room / (sd + root) : (root - sd) / dd;
}

/** direction = factor·direction + added */
function turn(direction: Float64Array, factor: number, added: Float64Array): void {
  for (let i = 0; i < direction.length; i++) direction[i] = factor * direction[i] + added[i];
}

/** Σ a_i·scales_i·b_i */
function scaledDot(a: Float64Array, scales: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * scales[i] * b[i];
  return sum;
}

function divide(a: Float64Array, b: Float64Array, out = new Float64Array(a.length)): Float64Array {
  for (let i = 0; i < a.length; i++) out[i] = a[i] / b[i];
  return out;
}

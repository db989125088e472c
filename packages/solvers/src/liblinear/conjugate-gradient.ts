import { type Precision, workMeter } from '@tenfold/linalg';

import { axpy, dot } from '../vectors.js';
import type { Conditioner } from '../preconditioners/conditioner.js';
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
  /** The preconditioner M. */
  readonly conditioner: Conditioner;
  /** The arithmetic of products with the Hessian. */
  readonly precision: Precision;
  /** Cancels it. */
  readonly signal?: AbortSignal | undefined;
}

/** A step found by `newtonStep`. */
export interface NewtonStep {
  /** The step s. */
  readonly step: Float64Array;
  /** √(s'Ms); NaN when the gradient is beyond what doubles hold. */
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
  conditioner,
  precision,
  signal,
}: NewtonStepTask): Promise<NewtonStep> {
  const { size } = objective;
  const step = new Float64Array(size);
  const product = new Float64Array(size);
  const residual = from.gradient.map((g) => -g);
  const conditioned = new Float64Array(size);
  conditioner.solve(residual, conditioned);
  const direction = Float64Array.from(conditioned);
  // M·direction and M·step come along by the same recurrences, so that M itself is never multiplied with.
  const directionImage = Float64Array.from(residual);
  const stepImage = new Float64Array(size);
  let energy = dot(residual, conditioned);
  if (!(energy < Infinity)) return { step, length: NaN, slope: NaN, predicted: NaN, products: 0 };
  const goal = RESIDUAL_SHARE * Math.sqrt(energy);
  let products = 0;
  while (Math.sqrt(energy) > goal && products < mostProducts(size)) {
    await objective.hessianVectorProduct(from, direction, product, precision);
    await workMeter.spend(20 * size, signal);
    products++;
    const full = energy / dot(direction, product);
    const part = withinRegion(full, { step, direction, stepImage, directionImage, radius });
    axpy(part, direction, step);
    axpy(part, directionImage, stepImage);
    axpy(-part, product, residual);
    if (part !== full) break;
    conditioner.solve(residual, conditioned);
    const before = energy;
    energy = dot(residual, conditioned);
    turn(direction, energy / before, conditioned);
    turn(directionImage, energy / before, residual);
  }
  const slope = dot(from.gradient, step);
  const predicted = -0.5 * (slope - dot(step, residual));
  return { step, length: Math.sqrt(dot(step, stepImage)), slope, predicted, products };
}

interface Path {
  readonly step: Float64Array;
  readonly direction: Float64Array;
  readonly stepImage: Float64Array;
  readonly directionImage: Float64Array;
  readonly radius: number;
}

/**
 * How far to go along the direction: all the way, or to the boundary, at the positive root τ of ‖s + τd‖_M = radius,
 * in the form that does not cancel.
 */
function withinRegion(full: number, { step, direction, stepImage, directionImage, radius }: Path): number {
  const ss = dot(step, stepImage);
  const sd = dot(step, directionImage);
  const dd = dot(direction, directionImage);
  if (ss + full * (2 * sd + full * dd) <= radius * radius) return full;
  const room = Math.max(0, radius * radius - ss);
  const root = Math.sqrt(sd * sd + dd * room);
  return sd >= 0 ? room / (sd + root) : (root - sd) / dd;
}

/** Exact arithmetic needs `size` products; rounding some more. A bound, so that the loop ends whatever happens. */
function mostProducts(size: number): number {
  return 10 * size + 100;
}

/** direction = factor·direction + added */
function turn(direction: Float64Array, factor: number, added: Float64Array): void {
  for (let i = 0; i < direction.length; i++) direction[i] = factor * direction[i] + added[i];
}

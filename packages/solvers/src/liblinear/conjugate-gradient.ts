import { workMeter } from '@tenfold/linalg';

import { axpy, dot } from '../vectors.js';
import type { Conditioner } from '../preconditioners/conditioner.js';

/** The residual, in the norm of the inverse preconditioner, falls to this share of the gradient when nothing is said. */
const RESIDUAL_SHARE = 0.1;

/** Curvature along a direction d of no more than this share of d'Md is rounding: the matrix is singular there. */
const LEAST_CURVATURE = 16 * Number.EPSILON;

/** How conjugate gradients stand. */
export interface CgProgress {
  /** r = -∇f - Hs. */
  readonly residual: Float64Array;
  /** r'M⁻¹r now, and at the start. */
  readonly energy: number;
  readonly energyAtStart: number;
  /** Products with the Hessian made. */
  readonly products: number;
}

/** What `newtonStep` needs to know. */
export interface NewtonStepTask {
  /** ∇f where the step starts. */
  readonly gradient: Float64Array;
  /** Fills `out` with the Hessian there times a direction. */
  readonly multiply: (direction: Float64Array, out: Float64Array) => Promise<void>;
  /** Longest step allowed, in the norm √(s'Ms). */
  readonly radius: number;
  /** The preconditioner M. */
  readonly conditioner: Conditioner;
  /** Whether the step is good enough: √(r'M⁻¹r) ≤ 0.1·√(∇f'M⁻¹∇f) when left out. */
  readonly isEnough?: ((progress: CgProgress) => boolean) | undefined;
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
  /** Whether the path ended where it was good enough, and not at the boundary, without curvature or after too many products. */
  readonly isSolved: boolean;
  /** Whether it ended at the boundary. */
  readonly isBounded: boolean;
}

/**
 * Minimises the quadratic model ∇f's + ½·s'Hs within √(s'Ms) ≤ radius, roughly: preconditioned conjugate gradients
 * from s = 0 until the residual r = -∇f - Hs has √(r'M⁻¹r) ≤ 0.1·√(∇f'M⁻¹∇f), or until the path leaves the region,
 * where it stops on the boundary. Along a direction without curvature it stops too, unless that is the first one, of which
 * it takes what M says.
 *
 * T. Steihaug, "The conjugate gradient method and trust regions in large scale optimization", SIAM J. Numer. Anal.
 * 20, 1983, DOI 10.1137/0720042. With a preconditioner: C.-Y. Hsia, W.-L. Chiang, C.-J. Lin, "Preconditioned
 * conjugate gradient methods in truncated Newton frameworks for large-scale linear classification", ACML 2018.
 */
export async function newtonStep(task: NewtonStepTask): Promise<NewtonStep> {
  const { gradient, multiply, radius, conditioner, isEnough = isRoughlySolved, signal } = task;
  const size = gradient.length;
  const step = new Float64Array(size);
  const product = new Float64Array(size);
  const residual = gradient.map((g) => -g);
  const conditioned = new Float64Array(size);
  await conditioner.solve(residual, conditioned);
  const direction = Float64Array.from(conditioned);
  // M·direction and M·step come along by the same recurrences, so that M itself is never multiplied with.
  const directionImage = Float64Array.from(residual);
  const stepImage = new Float64Array(size);
  const energyAtStart = dot(residual, conditioned);
  let energy = energyAtStart;
  if (!(energy < Infinity)) {
    return { step, length: NaN, slope: NaN, predicted: NaN, products: 0, isSolved: false, isBounded: false };
  }
  let products = 0;
  let isSolved = false;
  let isBounded = false;
  while (products < mostProducts(size)) {
    isSolved = isEnough({ residual, energy, energyAtStart, products });
    if (isSolved) break;
    await multiply(direction, product);
    await workMeter.spend(20 * size, signal);
    products++;
    const curvature = dot(direction, product);
    const isFlat = curvature <= LEAST_CURVATURE * dot(direction, directionImage);
    if (isFlat && products > 1) break;
    const full = isFlat ? 1 : energy / curvature;
    const part = withinRegion(full, { step, direction, stepImage, directionImage, radius });
    axpy(part, direction, step);
    axpy(part, directionImage, stepImage);
    axpy(-part, product, residual);
    isBounded = part !== full;
    if (isBounded || isFlat) break;
    await conditioner.solve(residual, conditioned);
    const before = energy;
    energy = dot(residual, conditioned);
    turn(direction, energy / before, conditioned);
    turn(directionImage, energy / before, residual);
  }
  const slope = dot(gradient, step);
  const predicted = -0.5 * (slope - dot(step, residual));
  return { step, length: Math.sqrt(dot(step, stepImage)), slope, predicted, products, isSolved, isBounded };
}

function isRoughlySolved({ energy, energyAtStart }: CgProgress): boolean {
  return !(Math.sqrt(energy) > RESIDUAL_SHARE * Math.sqrt(energyAtStart));
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

import { type DesignMatrix, parameterCount, type Precision, type Preconditioner } from '@tenfold/linalg';

import {
  type BinaryKernel,
  codesOfSigns,
  type HessianSample,
  PLAIN_PROBLEM,
  singleKernel,
} from '../losses/binary-kernel.js';
import { axpy, dot } from '../vectors.js';
import type { LiblinearOptions } from './options.js';

/** A point w together with what the objective is there; filled by `LogisticObjective.evaluate`. */
export interface Point {
  /** The weights w, one a feature and then that of the constant feature. */
  readonly parameters: Float64Array;
  /** f(w) */
  value: number;
  /** ∇f(w) */
  readonly gradient: Float64Array;
  /** C_i·σ(z_i)·σ(-z_i) of every row: with the matrix, all that the Hessian is made of. */
  readonly curvatures: Float64Array;
}

/**
 * LIBLINEAR's objective for logistic regression, z_i = w'x_i, t_i = ±1:
 *
 *     f(w) = ½·w'w + Σ_i C_i·log(1 + exp(-t_i·z_i))
 *
 *     ∇f(w) = w - Σ_i C_i·t_i·σ(-t_i·z_i)·x_i
 *
 *     ∇²f(w) = I + Σ_i C_i·σ(z_i)·σ(-z_i)·x_i·x_i'
 *
 * Without `biasPenalty` the weight of the constant feature is left out of the penalty.
 *
 * Unlike an `Objective` it keeps what it finds in points, as a trust-region method returns to the last good point,
 * and its Hessian, whenever a step fails.
 */
export class LogisticObjective {
  /** The samples, their targets and C_i, the value of the constant feature (0 for none), and what cancels. */
  readonly data: LogisticData;
  /** Number of parameters, and how many of them, the first, are penalised. */
  readonly size: number;
  readonly penalised: number;
  readonly #kernel: BinaryKernel;

  constructor(options: LiblinearOptions) {
    this.data = dataOf(options);
    this.size = parameterCount(this.data.design, 1, this.data.constant);
    this.penalised = options.biasPenalty === false ? this.data.design.columns : this.size;
    this.#kernel = kernelOf(options, this.data);
  }

  /** A point at w = 0, not yet evaluated. */
  point(): Point {
    return {
      parameters: new Float64Array(this.size),
      value: NaN,
      gradient: new Float64Array(this.size),
      curvatures: new Float64Array(this.data.design.rows),
    };
  }

  /** Fills a point's value, gradient and curvatures from its parameters. */
  async evaluate(point: Point): Promise<void> {
    const { parameters, gradient } = point;
    const sum = await this.#kernel.evaluate(parameters, gradient, point.curvatures);
    const weights = parameters.subarray(0, this.penalised);
    axpy(1, weights, gradient);
    point.value = 0.5 * dot(weights, weights) + sum;
  }

  /** ∇²f at an evaluated point, times a direction; fills `out`. */
  async hessianVectorProduct(
    at: Point,
    direction: Float64Array,
    out: Float64Array,
    precision?: Precision,
  ): Promise<void> {
    await this.#kernel.hessianVectorProduct(at.curvatures, direction, out, precision);
    axpy(1, direction.subarray(0, this.penalised), out);
  }

  /** Factors an approximation of ∇²f from some of the rows. */
  precondition(sample: HessianSample): Promise<Preconditioner | undefined> {
    return this.#kernel.precondition(sample);
  }
}

/** The data of a `LogisticObjective`. */
export interface LogisticData {
  readonly design: DesignMatrix;
  readonly targets: Float64Array;
  readonly weights: Float64Array;
  readonly constant: number;
  readonly signal: AbortSignal | undefined;
}

/** The data that options give. */
export function dataOf({ design, targets, weights, bias = 0, signal }: LiblinearOptions): LogisticData {
  return { design, targets, weights: weights ?? ones(design.rows), constant: Math.max(0, bias), signal };
}

/** The operations on the rows: those given, or the problem's own. */
export function kernelOf({ kernel, backend }: LiblinearOptions, data: LogisticData): BinaryKernel {
  if (kernel !== undefined) return kernel;
  const { design, targets, weights, constant, signal } = data;
  const rows = { design, targets: codesOfSigns(targets), weights, constant, backend, signal };
  return singleKernel(rows, PLAIN_PROBLEM);
}

/** max(1, min(positives, negatives)) / rows */
export function shareOfSmallerClass(data: LogisticData): number {
  const { negative, positive } = countedRows(data);
  const smaller = Math.min(negative.length, positive.length);
  return Math.max(1, smaller) / Math.max(1, negative.length + positive.length);
}

/** The rows that count (of a weight above 0), by class: the order in which LIBLINEAR has them. */
export function countedRows({ targets, weights }: LogisticData): { negative: number[]; positive: number[] } {
  const negative: number[] = [];
  const positive: number[] = [];
  for (let i = 0; i < targets.length; i++) {
    if (weights[i] > 0) (targets[i] > 0 ? positive : negative).push(i);
  }
  return { negative, positive };
}

function ones(length: number): Float64Array {
  return new Float64Array(length).fill(1);
}

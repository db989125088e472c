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
 * Unlike an `Objective` it keeps what it finds in points, as a trust-region method returns to the last good point,
 * and its Hessian, whenever a step fails.
 */
export class LogisticObjective {
  /** The samples, their targets and C_i, the value of the constant feature (0 for none), and what cancels. */
  readonly data: LogisticData;
  /** Number of parameters. */
  readonly size: number;
  readonly #kernel: BinaryKernel;

  constructor({ design, targets, weights, bias = 0, backend, signal, kernel }: LiblinearOptions) {
    const constant = Math.max(0, bias);
    this.data = { design, targets, weights: weights ?? ones(design.rows), constant, signal };
    this.size = parameterCount(design, 1, constant);
    this.#kernel =
      kernel ??
      singleKernel(
        { design, targets: codesOfSigns(targets), weights: this.data.weights, constant, backend, signal },
        PLAIN_PROBLEM,
      );
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
    axpy(1, parameters, gradient);
    point.value = 0.5 * dot(parameters, parameters) + sum;
  }

  /** ∇²f at an evaluated point, times a direction; fills `out`. */
  async hessianVectorProduct(
    at: Point,
    direction: Float64Array,
    out: Float64Array,
    precision?: Precision,
  ): Promise<void> {
    await this.#kernel.hessianVectorProduct(at.curvatures, direction, out, precision);
    axpy(1, direction, out);
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

import type { QuadraticModel } from './smooth-loss.js';

/** A quadratic model whose Hessian has been formed: a move updates all slopes. */
export class GramModel implements QuadraticModel {
  readonly diagonal: Float64Array;
  readonly work: number;
  readonly #slopes: Float64Array;

  /**
   * @param hessian m rows of m numbers
   * @param slopes the gradient at the point, m numbers
   */
  constructor(
    readonly hessian: Float64Array,
    slopes: Float64Array,
  ) {
    const size = slopes.length;
    this.diagonal = Float64Array.from({ length: size }, (_, k) => hessian[k * (size + 1)]);
    this.work = size;
    this.#slopes = Float64Array.from(slopes);
  }

  slope(k: number): number {
    return this.#slopes[k];
  }

  move(k: number, step: number): void {
    const slopes = this.#slopes;
    const { hessian } = this;
    const start = k * slopes.length;
    for (let l = 0; l < slopes.length; l++) slopes[l] += step * hessian[start + l];
  }
}

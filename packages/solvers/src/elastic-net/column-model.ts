import type { QuadraticModel } from './smooth-loss.js';
import type { WorkingColumns } from './working-rows.js';

/** A quadratic model that keeps the scores of its displacement, and no Hessian. */
export class ColumnModel implements QuadraticModel {
  readonly diagonal: Float64Array;
  readonly work: number;
  readonly #scores: Float64Array;

  /**
   * @param columns the cells that the parameters meet
   * @param curvatures the second derivative of each row's loss by its score
   * @param slopes the gradient at the point
   */
  constructor(
    readonly columns: WorkingColumns,
    readonly curvatures: Float64Array,
    readonly slopes: Float64Array,
  ) {
    const { starts, rows, values } = columns;
    this.work = values.length / Math.max(1, slopes.length);
    this.#scores = new Float64Array(curvatures.length);
    this.diagonal = new Float64Array(slopes.length);
    for (let k = 0; k < slopes.length; k++) {
      for (let p = starts[k]; p < starts[k + 1]; p++)
        this.diagonal[k] += curvatures[rows[p]] * values[p] * values[p];
    }
  }

  slope(k: number): number {
    const { starts, rows, values } = this.columns;
    const { curvatures } = this;
    const scores = this.#scores;
    let sum = this.slopes[k];
    for (let p = starts[k]; p < starts[k + 1]; p++) sum += values[p] * curvatures[rows[p]] * scores[rows[p]];
    return sum;
  }

  move(k: number, step: number): void {
    const { starts, rows, values } = this.columns;
    const scores = this.#scores;
    for (let p = starts[k]; p < starts[k + 1]; p++) scores[rows[p]] += step * values[p];
  }
}

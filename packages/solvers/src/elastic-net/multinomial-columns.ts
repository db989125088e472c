import type { MultinomialModelTask } from './multinomial-hessian.js';
import type { QuadraticModel } from './smooth-loss.js';
import { type WorkingColumns, workingColumns, workingRows } from './working-rows.js';

/** A softmax loss's quadratic model that keeps the scores of its displacement, and no Hessian. */
export class MultinomialColumns implements QuadraticModel {
  readonly diagonal: Float64Array;
  readonly work: number;
  /** The scores s of the displacement, and Σ_k p_k·s_k of each row. */
  readonly #scores: Float64Array;
  readonly #means: Float64Array;

  private constructor(
    readonly columns: WorkingColumns,
    readonly task: MultinomialModelTask,
    readonly slopes: Float64Array,
  ) {
    const { starts, rows, values } = columns;
    const { classes, weights, shares, chosen, design } = task;
    this.work = (2 * values.length) / Math.max(1, slopes.length);
    this.#scores = new Float64Array(shares.length);
    this.#means = new Float64Array(design.rows);
    this.diagonal = new Float64Array(slopes.length);
    for (let k = 0; k < slopes.length; k++) {
      const own = chosen[k] % classes;
      for (let p = starts[k]; p < starts[k + 1]; p++) {
        const share = shares[rows[p] * classes + own];
        this.diagonal[k] += weights[rows[p]] * share * (1 - share) * values[p] * values[p];
      }
    }
  }

  /** Picks the columns of the chosen parameters. */
  static async of(task: MultinomialModelTask, slopes: Float64Array): Promise<MultinomialColumns> {
    return new MultinomialColumns(workingColumns(await workingRows(task), task.chosen.length), task, slopes);
  }

  slope(k: number): number {
    const { starts, rows, values } = this.columns;
    const { classes, weights, shares, chosen } = this.task;
    const own = chosen[k] % classes;
    let sum = this.slopes[k];
    for (let p = starts[k]; p < starts[k + 1]; p++) {
      const row = rows[p];
      const at = row * classes + own;
      sum += values[p] * weights[row] * shares[at] * (this.#scores[at] - this.#means[row]);
    }
    return sum;
  }

  move(k: number, step: number): void {
    const { starts, rows, values } = this.columns;
    const { classes, shares, chosen } = this.task;
    const own = chosen[k] % classes;
    for (let p = starts[k]; p < starts[k + 1]; p++) {
      const at = rows[p] * classes + own;
      this.#scores[at] += step * values[p];
      this.#means[rows[p]] += shares[at] * step * values[p];
    }
  }
}

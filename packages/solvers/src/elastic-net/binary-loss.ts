import { type DesignMatrix, parameterCount } from '@tenfold/linalg';

import type { BinaryKernel } from '../losses/binary-kernel.js';
import { GramModel } from './gram-model.js';
import { formsHessian } from './hessian-budget.js';
import type { LossPoint, QuadraticModel, SmoothLoss } from './smooth-loss.js';
import { weightedGram } from './weighted-gram.js';
import { type WorkingColumns, workingColumns, workingRows } from './working-rows.js';

/** What a `BinaryLoss` is made of. */
export interface BinaryLossTask {
  readonly design: DesignMatrix;
  /** The value of the constant feature at the end of every row, 0 for none. */
  readonly constant: number;
  /** Evaluates the loss; what the rows count is in it. */
  readonly kernel: BinaryKernel;
  readonly signal: AbortSignal | undefined;
}

/** Σ_i c_i·log(1 + exp(-t_i·z_i)) of a binary problem; the curvatures are the second derivatives by the rows' scores. */
export class BinaryLoss implements SmoothLoss {
  readonly size: number;
  readonly #task: BinaryLossTask;

  constructor(task: BinaryLossTask) {
    this.#task = task;
    this.size = parameterCount(task.design, 1, task.constant);
  }

  point(): LossPoint {
    return {
      parameters: new Float64Array(this.size),
      value: NaN,
      gradient: new Float64Array(this.size),
      curvatures: new Float64Array(this.#task.design.rows),
    };
  }

  async evaluate(point: LossPoint): Promise<void> {
    const { parameters, gradient, curvatures } = point;
    point.value = await this.#task.kernel.evaluate(parameters, gradient, curvatures);
  }

  async model(
    { gradient, curvatures }: LossPoint,
    chosen: Uint32Array,
    exact: boolean,
  ): Promise<QuadraticModel> {
    const slopes = Float64Array.from(chosen, (j) => gradient[j]);
    if (formsHessian(this.#task, chosen)) {
      return new GramModel(await weightedGram({ ...this.#task, curvatures, chosen, exact }), slopes);
    }
    const cells = await workingRows({ ...this.#task, classes: 1, chosen });
    return new ColumnModel(workingColumns(cells, chosen.length), curvatures, slopes);
  }
}

/** A quadratic model that keeps the scores of its displacement, and no Hessian. */
class ColumnModel implements QuadraticModel {
  readonly diagonal: Float64Array;
  readonly work: number;
  readonly #scores: Float64Array;

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

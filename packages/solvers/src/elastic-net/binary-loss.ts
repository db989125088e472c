import { type DesignMatrix, parameterCount } from '@tenfold/linalg';

import type { BinaryKernel } from '../losses/binary-kernel.js';
import { ColumnModel } from './column-model.js';
import { GramModel } from './gram-model.js';
import { formsHessian } from './hessian-budget.js';
import type { LossPoint, QuadraticModel, SmoothLoss } from './smooth-loss.js';
import { weightedGram } from './weighted-gram.js';
import { workingColumns, workingRows } from './working-rows.js';

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

import { type Backend, type DesignMatrix, logSumExp, parameterCount } from '@tenfold/linalg';

import { GramModel } from './gram-model.js';
import { formsHessian } from './hessian-budget.js';
import { multinomialHessian } from './multinomial-hessian.js';
import { MultinomialColumns } from './multinomial-columns.js';
import type { LossPoint, QuadraticModel, SmoothLoss } from './smooth-loss.js';

/** What a `MultinomialLoss` is made of. */
export interface MultinomialLossTask {
  readonly design: DesignMatrix;
  /** The value of the constant feature at the end of every row, 0 for none. */
  readonly constant: number;
  readonly classes: number;
  /** The class of each row. */
  readonly targets: Int32Array;
  /** c_i, what each row's loss counts. */
  readonly weights: Float64Array;
  readonly backend: Backend;
  readonly signal: AbortSignal | undefined;
}

/** Σ_i c_i·(log Σ_k exp(z_ik) - z_iy) of several classes; parameters lie feature by feature, the classes side by side. */
export class MultinomialLoss implements SmoothLoss {
  readonly size: number;
  readonly #task: MultinomialLossTask;

  constructor(task: MultinomialLossTask) {
    this.#task = task;
    this.size = parameterCount(task.design, task.classes, task.constant);
  }

  point(): LossPoint {
    return {
      parameters: new Float64Array(this.size),
      value: NaN,
      gradient: new Float64Array(this.size),
      curvatures: new Float64Array(0),
    };
  }

  async evaluate(point: LossPoint): Promise<void> {
    const { backend, ...task } = this.#task;
    const { parameters, gradient } = point;
    point.value = await backend.logistic.multinomial({ ...task, parameters }, gradient);
  }

  async model({ parameters, gradient }: LossPoint, chosen: Uint32Array): Promise<QuadraticModel> {
    const { classes } = this.#task;
    const shares = await probabilitiesAt(this.#task, parameters);
    const slopes = Float64Array.from(chosen, (j) => gradient[j]);
    const features = chosen.map((j) => Math.floor(j / classes));
    const task = { ...this.#task, chosen, shares };
    if (formsHessian(this.#task, features)) {
      const hessian = await multinomialHessian(task);
      if (hessian.every(Number.isFinite)) return new GramModel(hessian, slopes);
    }
    return MultinomialColumns.of(task, slopes);
  }
}

/** The probabilities of each row's classes. */
export async function probabilitiesAt(
  { design, constant, classes, backend, signal }: MultinomialLossTask,
  parameters: Float64Array,
): Promise<Float64Array> {
  const scores = new Float64Array(design.rows * classes);
  await backend.rows.scores({ design, constant, classes, parameters, signal }, scores);
  for (let start = 0; start < scores.length; start += classes) {
    const whole = logSumExp(scores, start, start + classes);
    for (let k = start; k < start + classes; k++) scores[k] = Math.exp(scores[k] - whole);
  }
  return scores;
}

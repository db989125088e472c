import type { MultinomialLogisticTask } from '../backend.js';
import type { AddRows } from './binary-rows.js';
import { addRowOuter, addRowScores } from './lanes.js';
import { interceptOf } from './score-rows.js';

/**
 * The multinomial logistic loss and its gradient in one pass over the rows: a row's scores, its softmax and its
 * share of the gradient of all classes while its cells are in cache.
 *
 * @param task the problem; its parameters are read from `weights`
 * @param weights the parameters with `stride` entries a feature, zeros beyond the classes
 * @returns the function that adds rows to sums which also have `stride` entries a feature
 */
export function multinomialRows(
  task: MultinomialLogisticTask,
  weights: Float64Array,
  stride: number,
): AddRows {
  const { design, classes, constant, targets } = task;
  const last = design.columns * stride;
  const work = new Float64Array(stride);
  return (start, end, gradient) => {
    let loss = 0;
    for (let i = start; i < end; i++) {
      for (let k = 0; k < classes; k++) work[k] = interceptOf(weights, last + k, constant);
      work.fill(0, classes);
      addRowScores(design, i, weights, stride, work);
      const weight = task.weights === undefined ? 1 : task.weights[i];
      loss += softmaxResiduals(work, classes, targets[i], weight);
      addRowOuter(design, i, work, stride, gradient);
      if (constant !== 0) for (let k = 0; k < classes; k++) gradient[last + k] += constant * work[k];
    }
    return loss;
  };
}

/**
 * Replaces a row's scores by the derivatives of its loss, weight·(softmax(z) - [k = target]), and returns the loss
 * weight·(log Σ exp(z_k) - z_target). Scores are shifted by the largest, so that no exponential overflows.
 */
function softmaxResiduals(work: Float64Array, classes: number, target: number, weight: number): number {
  let largest = work[0];
  for (let k = 1; k < classes; k++) if (work[k] > largest) largest = work[k];
  const shifted = work[target] - largest;
  let sum = 0;
  for (let k = 0; k < classes; k++) {
    const e = Math.exp(work[k] - largest);
    work[k] = e;
    sum += e;
  }
  const scale = weight / sum;
  for (let k = 0; k < classes; k++) work[k] *= scale;
  work[target] -= weight;
  return weight * (Math.log(sum) - shifted);
}

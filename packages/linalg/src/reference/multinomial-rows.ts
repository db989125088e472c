import type { MultinomialCurvatureTask, MultinomialLogisticTask } from '../backend.js';
import type { AddRows } from './binary-rows.js';
import { addRowOuter, addRowScores } from './lanes.js';
import { interceptOf } from './score-rows.js';

/**
 * The multinomial logistic loss and its gradient in one pass over the rows: a row's scores, its softmax and its
 * share of the gradient of all classes while its cells are in cache.
 *
 * @param task the problem; its parameters are read from `weights`
 * @param weights the parameters with `stride` entries a feature, zeros beyond the classes
 * @param stride entries a feature
 * @param probabilities filled with the rows' softmax, `classes` a row, when given
 * @returns the function that adds rows to sums which also have `stride` entries a feature
 */
export function multinomialRows(
  task: MultinomialLogisticTask,
  weights: Float64Array,
  stride: number,
  probabilities?: Float64Array,
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
      const kept = probabilities?.subarray(i * classes, (i + 1) * classes);
      loss += softmaxResiduals(work, classes, targets[i], weight, kept);
      addRowOuter(design, i, work, stride, gradient);
      if (constant !== 0) for (let k = 0; k < classes; k++) gradient[last + k] += constant * work[k];
    }
    return loss;
  };
}

/**
 * Replaces a row's scores by the derivatives of its loss, weight·(softmax(z) - [k = target]), and returns the loss
 * weight·(log Σ exp(z_k) - z_target). Scores are shifted by the largest, so that no exponential overflows. The softmax
 * itself goes to `kept`.
 */
function softmaxResiduals(
  work: Float64Array,
  classes: number,
  target: number,
  weight: number,
  kept?: Float64Array,
): number {
  let largest = work[0];
  for (let k = 1; k < classes; k++) if (work[k] > largest) largest = work[k];
  const shifted = work[target] - largest;
  let sum = 0;
  for (let k = 0; k < classes; k++) {
    const e = Math.exp(work[k] - largest);
    work[k] = e;
    sum += e;
  }
  if (kept !== undefined) for (let k = 0; k < classes; k++) kept[k] = work[k] / sum;
  const scale = weight / sum;
  for (let k = 0; k < classes; k++) work[k] *= scale;
  work[target] -= weight;
  return weight * (Math.log(sum) - shifted);
}

/**
 * The product of the multinomial Hessian with a direction: each row's cells times w·p_k·(s_k - Σ_l p_l·s_l), s being the row's
 * scores by the direction.
 *
 * @param task the rows and their probabilities
 * @param direction with `stride` entries a feature, zeros beyond the classes
 * @param stride entries a feature
 */
export function multinomialHessianRows(
  task: MultinomialCurvatureTask,
  direction: Float64Array,
  stride: number,
): AddRows {
  const { design, classes, constant, probabilities, weights } = task;
  const last = design.columns * stride;
  const work = new Float64Array(stride);
  return (start, end, sums) => {
    for (let i = start; i < end; i++) {
      for (let k = 0; k < classes; k++) work[k] = interceptOf(direction, last + k, constant);
      work.fill(0, classes);
      addRowScores(design, i, direction, stride, work);
      const p = probabilities.subarray(i * classes, (i + 1) * classes);
      let mean = 0;
      for (let k = 0; k < classes; k++) mean += p[k] * work[k];
      const weight = weights === undefined ? 1 : weights[i];
      for (let k = 0; k < classes; k++) work[k] = weight * p[k] * (work[k] - mean);
      addRowOuter(design, i, work, stride, sums);
      if (constant !== 0) for (let k = 0; k < classes; k++) sums[last + k] += constant * work[k];
    }
    return 0;
  };
}

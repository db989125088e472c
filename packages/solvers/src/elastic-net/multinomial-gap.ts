import { addScaledRow, storedValues, workMeter } from '@tenfold/linalg';

import { classShares } from '../objectives/shares.js';
import type { SolverResult } from '../types.js';
import type { ElasticPenalty } from './elastic-penalty.js';
import { boundFactor, dualPenalty, gapOf } from './gap.js';
import { type MultinomialLossTask, probabilitiesAt } from './multinomial-loss.js';

/**
 * An upper bound on how far a softmax loss with an elastic-net penalty is above its minimum: the duality gap with a dual
 * point made of the probabilities. Intercepts that are not penalised ask that each class's probabilities add up to its
 * share: they are mixed with as little of one constant distribution as makes them do so. Then all are moved towards the
 * rows' own classes until the penalty's bounds hold.
 *
 * @returns the bound; Infinity when some feature is not penalised
 */
export async function multinomialGap(
  task: MultinomialLossTask & { readonly penalty: ElasticPenalty },
  { x, loss }: Pick<SolverResult, 'x' | 'loss'>,
): Promise<number> {
  const { design, constant, classes, targets, weights, penalty, signal } = task;
  const penalised = design.columns * classes;
  for (let j = 0; j < penalised; j++) if (penalty.l1[j] + penalty.l2[j] === 0) return Infinity;
  const shares = await probabilitiesAt(task, x);
  if (constant !== 0) balance(task, shares);
  const v = new Float64Array(penalised);
  const work = (2 * storedValues(design).length) / Math.max(1, design.rows);
  for (let k = 0; k < classes; k++) {
    const sums = new Float64Array(design.columns);
    for (let i = 0; i < design.rows; i++) {
      const residual = weights[i] * (shares[i * classes + k] - (targets[i] === k ? 1 : 0));
      if (residual !== 0) addScaledRow(design, i, residual, sums);
      if (i % 1024 === 1023) await workMeter.spend(1024 * work, signal);
    }
    for (let j = 0; j < design.columns; j++) v[j * classes + k] = sums[j];
  }
  const factor = boundFactor(v, penalty);
  let dual = -dualPenalty(v, penalty, factor);
  for (let i = 0; i < design.rows; i++) {
    if (weights[i] === 0) continue;
    for (let k = 0; k < classes; k++) {
      const q = factor * shares[i * classes + k] + (targets[i] === k ? 1 - factor : 0);
      if (q > 0) dual -= weights[i] * q * Math.log(q);
    }
  }
  return gapOf(loss, dual);
}

/** Mixes the probabilities with a constant distribution, so that each class's add up to its share of the weight. */
function balance({ classes, targets, weights }: MultinomialLossTask, shares: Float64Array): void {
  const wanted = classShares(targets, classes, weights);
  const predicted = new Float64Array(classes);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (let p = 0; p < shares.length; p++) {
    predicted[p % classes] += (weights[Math.floor(p / classes)] / total) * shares[p];
  }
  const needed = predicted.reduce((most, share, k) => Math.max(most, (share - wanted[k]) / share), 0);
  const part = Math.min(1, 2 * needed);
  if (part === 0) return;
  const mixed = predicted.map((share, k) => Math.max(0, (wanted[k] - (1 - part) * share) / part));
  for (let p = 0; p < shares.length; p++) shares[p] = (1 - part) * shares[p] + part * mixed[p % classes];
}

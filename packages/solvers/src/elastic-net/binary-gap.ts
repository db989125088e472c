import { addScaledRow, type DesignMatrix, rowDot, sigmoid, storedValues, workMeter } from '@tenfold/linalg';

import type { SolverResult } from '../types.js';
import type { ElasticPenalty } from './elastic-penalty.js';
import { boundFactor, dualPenalty, gapOf } from './gap.js';

/** A binary problem with an elastic-net penalty. */
export interface BinaryGapTask {
  readonly design: DesignMatrix;
  /** 1 and -1, one a row. */
  readonly targets: Float64Array;
  /** c_i, what each row's loss counts. */
  readonly weights: Float64Array;
  /** The value of the constant feature at the end of every row, 0 for none. */
  readonly constant: number;
  readonly penalty: ElasticPenalty;
  readonly signal: AbortSignal | undefined;
}

/**
 * An upper bound on how far Σ_i c_i·log(1 + exp(-t_i·z_i)) + penalty is above its minimum: a duality gap. The dual is
 *
 *     maximise -Σ_i c_i·h(α_i/c_i) - Σ_j max(0, |v_j| - l1_j)²/(2·l2_j),   v = Σ_i α_i·t_i·x_i,   0 ≤ α_i ≤ c_i
 *
 * with h(a) = a·log a + (1-a)·log(1-a); v_j must be within ±l1_j where l2_j is 0, and so be 0 where nothing is penalised.
 * α_i = c_i·σ(-t_i·z_i) is made such a point: with an intercept that is not penalised the larger side is scaled until both
 * weigh the same, and then all of it until v is within its bounds.
 *
 * @param task the problem
 * @param at a point of it, with the objective's value there
 * @returns the bound; Infinity when some feature is not penalised
 */
export async function binaryGap(task: BinaryGapTask, at: Pick<SolverResult, 'x' | 'loss'>): Promise<number> {
  const { x, loss } = at;
  const { design, weights, constant, penalty, signal } = task;
  const { columns } = design;
  for (let j = 0; j < columns; j++) if (penalty.l1[j] + penalty.l2[j] === 0) return Infinity;
  const shares = sharesAt(task, x);
  const isFree = constant !== 0 && penalty.l1[columns] + penalty.l2[columns] === 0;
  if (isFree) balance(task, shares);
  const v = new Float64Array(x.length);
  const work = (2 * storedValues(design).length) / Math.max(1, design.rows);
  for (let i = 0; i < design.rows; i++) {
    if (weights[i] === 0) continue;
    const scale = weights[i] * shares[i] * task.targets[i];
    addScaledRow(design, i, scale, v);
    if (constant !== 0) v[columns] += scale * constant;
    if (i % 1024 === 1023) await workMeter.spend(1024 * work, signal);
  }
  if (isFree) v[columns] = 0;
  const factor = boundFactor(v, penalty);
  let dual = -dualPenalty(v, penalty, factor);
  for (let i = 0; i < design.rows; i++)
    if (weights[i] > 0) dual -= weights[i] * negativeEntropy(factor * shares[i]);
  return gapOf(loss, dual);
}

/** σ(-t_i·z_i) of every row. */
function sharesAt({ design, targets, constant }: BinaryGapTask, x: Float64Array): Float64Array {
  const added = constant === 0 ? 0 : constant * x[design.columns];
  return targets.map((target, i) => sigmoid(-target * (rowDot(design, i, x) + added)));
}

/** Scales the rows of the side that weighs more until both sides weigh the same. */
function balance({ targets, weights }: BinaryGapTask, shares: Float64Array): void {
  let positive = 0;
  let negative = 0;
  for (let i = 0; i < shares.length; i++) {
    if (targets[i] > 0) positive += weights[i] * shares[i];
    else negative += weights[i] * shares[i];
  }
  const least = Math.min(positive, negative);
  for (let i = 0; i < shares.length; i++) {
    const side = targets[i] > 0 ? positive : negative;
    if (side > least) shares[i] *= least / side;
  }
}

/** a·log a + (1 - a)·log(1 - a), which is 0 at both ends. */
function negativeEntropy(a: number): number {
  return a > 0 && a < 1 ? a * Math.log(a) + (1 - a) * Math.log1p(-a) : 0;
}

import type { LogisticRegressionSettings } from '../settings.js';
import { l1Share, penaltyName } from './penalty.js';

// All solvers but liblinear minimise mean loss + 1/(C·S)·penalty, S being the sum of the row weights, so that their tolerance
// does not depend on how many rows there are. The objective that is reported is C·S times that:
// C·Σ s_i·loss_i + penalty, with the penalty r·‖w‖₁ + (1 - r)·½·‖w‖², r being the share of L1.

type Strength = Pick<LogisticRegressionSettings, 'penalty' | 'C' | 'l1Ratio'>;

const isPenalised = (settings: Strength): boolean => penaltyName(settings) !== 'none';

/** The factor of ½·‖w‖² beside the mean loss of rows of a total weight; 0 without a penalty. */
export function penaltyOfMean(settings: Strength, total: number): number {
  return isPenalised(settings) ? (1 - l1Share(settings)) / inverseStrength(settings, total) : 0;
}

/** The factor of ‖w‖₁ beside the mean loss of rows of a total weight; 0 without a penalty. */
export function l1OfMean(settings: Strength, total: number): number {
  return isPenalised(settings) ? l1Share(settings) / inverseStrength(settings, total) : 0;
}

/** C·S, what the mean loss with its penalty is multiplied with to be reported; S without a penalty. */
export function inverseStrength(settings: Strength, total: number): number {
  return isPenalised(settings) ? settings.C * total : total;
}

import type { LogisticRegressionSettings } from './params.js';

// lbfgs minimises mean loss + 1/(2·C·S)·‖w‖², S being the sum of the row weights, so that its tolerance does not
// depend on how many rows there are. The objective that is reported is C·S times that: C·Σ s_i·loss_i + ½·‖w‖².

type Strength = Pick<LogisticRegressionSettings, 'penalty' | 'C'>;

/** Whether weights are penalised: an infinite C is no penalty. */
const isPenalised = ({ penalty, C }: Strength): boolean => penalty !== null && C !== Infinity;

/** The factor of ½·‖w‖² beside the mean loss of rows of a total weight; 0 without a penalty. */
export function penaltyOfMean(settings: Strength, total: number): number {
  return isPenalised(settings) ? 1 / inverseStrength(settings, total) : 0;
}

/** C·S, what the mean loss with its penalty is multiplied with to be reported; S without a penalty. */
export function inverseStrength(settings: Strength, total: number): number {
  return isPenalised(settings) ? settings.C * total : total;
}

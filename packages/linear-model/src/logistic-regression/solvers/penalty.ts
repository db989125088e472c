import type { LogisticRegressionSettings } from '../settings.js';

/** The name of a penalty on the weights. */
export type PenaltyName = 'l2' | 'l1' | 'elasticnet' | 'none';

type Strength = Pick<LogisticRegressionSettings, 'penalty' | 'C' | 'l1Ratio'>;

/** The penalty that settings mean: an infinite C is none, and `'auto'` goes by `l1Ratio`. */
export function penaltyName({ penalty, C, l1Ratio }: Strength): PenaltyName {
  if (penalty === null || C === Infinity) return 'none';
  if (penalty !== 'auto') return penalty;
  if (l1Ratio === 0) return 'l2';
  return l1Ratio === 1 ? 'l1' : 'elasticnet';
}

/** The share of the L1 norm in the penalty, 0 to 1; the rest is ½·‖w‖². */
export function l1Share(settings: Strength): number {
  const name = penaltyName(settings);
  if (name === 'l1') return 1;
  return name === 'elasticnet' ? settings.l1Ratio : 0;
}

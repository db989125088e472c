import type { NumberGrid } from '@tenfold/base';
import type { Scorer, ScorerName } from '@tenfold/metrics';
import type { CrossValidation } from '@tenfold/model-selection';

import type { LogisticRegressionSettings } from '../logistic-regression/settings.js';

/** Options that have been checked, with the defaults filled in. */
export interface LogisticRegressionCVSettings extends Omit<
  LogisticRegressionSettings,
  'C' | 'l1Ratio' | 'penalty' | 'warmStart'
> {
  readonly Cs: NumberGrid;
  readonly l1Ratios: readonly number[];
  readonly penalty: Exclude<LogisticRegressionSettings['penalty'], null>;
  readonly cv: CrossValidation;
  readonly scoring: ScorerName | Scorer;
  readonly refit: boolean;
}

/** The settings of the fit for one C and one share of L1, which begins where the one before has ended. */
export function settingsAt(
  settings: LogisticRegressionCVSettings,
  C: number,
  l1Ratio: number,
): LogisticRegressionSettings {
  return { ...settings, C, l1Ratio, warmStart: true };
}

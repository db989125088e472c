import type { Rule, RuleFault } from '@tenfold/base';

import { rules as single } from '../logistic-regression/rules.js';
import { valuesOfC } from '../logistic-regression/values-of-c.js';
import { type LogisticRegressionCVSettings, settingsAt } from './settings.js';

const NAMES: Readonly<Record<string, string>> = { C: 'Cs', l1Ratio: 'l1Ratios' };

/** What must hold between the hyper-parameters of `LogisticRegression`, of all values that are tried. */
export const rules: readonly Rule<LogisticRegressionCVSettings>[] = single.map(
  (rule) =>
    (settings): RuleFault | undefined => {
      for (const C of new Set(valuesOfC(settings.Cs).map((value) => (value === Infinity ? value : 1)))) {
        for (const l1Ratio of settings.l1Ratios) {
          const fault = rule(settingsAt(settings, C, l1Ratio));
          if (fault !== undefined) return { ...fault, param: NAMES[fault.param] ?? fault.param };
        }
      }
      return undefined;
    },
);

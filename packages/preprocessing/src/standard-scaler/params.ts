import { boolean, type ParamsOf } from '@tenfold/base';

import type { StandardScalerOptions } from './options.js';

/** Options that have been checked, with the defaults filled in. */
export interface StandardScalerSettings {
  readonly withMean: boolean;
  readonly withStd: boolean;
}

/** The hyper-parameters of `StandardScaler`. */
export const params: ParamsOf<StandardScalerOptions, StandardScalerSettings> = {
  withMean: boolean({ default: true, doc: 'Whether the mean of each feature is taken off.', ask: true }),
  withStd: boolean({
    default: true,
    doc: 'Whether each feature is divided by its standard deviation; a constant one is divided by 1.',
    ask: true,
  }),
};

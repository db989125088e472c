import { boolean, interval, type ParamsOf } from '@tenfold/base';

import type { MinMaxScalerOptions } from './options.js';

/** Options that have been checked, with the defaults filled in. */
export interface MinMaxScalerSettings {
  readonly featureRange: readonly [low: number, high: number];
  readonly clip: boolean;
}

/** The hyper-parameters of `MinMaxScaler`. */
export const params: ParamsOf<MinMaxScalerOptions, MinMaxScalerSettings> = {
  featureRange: interval({
    default: [0, 1],
    doc: 'What the smallest and the largest value of each feature become.',
    ask: true,
  }),
  clip: boolean({
    default: false,
    doc: 'Whether values of other rows that come to lie outside the range are set to its ends.',
  }),
};

import { nullable, number, numberList, type ParamsOf } from '@tenfold/base';

import type { GaussianNBOptions } from './options.js';

/** Options that have been checked, with the defaults filled in. */
export interface GaussianNBSettings {
  readonly priors: readonly number[] | null;
  readonly varSmoothing: number;
}

/** The hyper-parameters of `GaussianNB`. */
export const params: ParamsOf<GaussianNBOptions, GaussianNBSettings> = {
  priors: nullable(
    numberList({
      min: 0,
      max: 1,
      default: null,
      doc: 'The probability of each class before anything is seen, in the order of the classes, together 1; none takes the shares of the rows.',
    }),
  ),
  varSmoothing: number({
    min: 0,
    default: 1e-9,
    doc: 'The part of the largest variance of a feature that is added to all variances.',
    ask: true,
  }),
};

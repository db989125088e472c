import { boolean, nullable, number, numberList, type ParamsOf } from '@tenfold/base';

import type { BernoulliNBOptions } from './options.js';

/** Options that have been checked, with the defaults filled in. */
export interface BernoulliNBSettings {
  readonly alpha: number;
  readonly binarize: number | null;
  readonly fitPrior: boolean;
  readonly classPrior: readonly number[] | null;
}

/** The hyper-parameters of `BernoulliNB`. */
export const params: ParamsOf<BernoulliNBOptions, BernoulliNBSettings> = {
  alpha: number({
    above: 0,
    default: 1,
    doc: 'What is added to how often a feature is on, and off, in a class.',
    ask: true,
  }),
  binarize: nullable(
    number({
      min: 0,
      default: 0,
      doc: 'The value above which a feature is on; none takes features that are 0 or 1, and no others.',
      ask: true,
    }),
  ),
  fitPrior: boolean({
    default: true,
    doc: 'Whether the shares of the rows are the probabilities of the classes; else these are equal.',
  }),
  classPrior: nullable(
    numberList({
      min: 0,
      max: 1,
      default: null,
      doc: 'The probability of each class before anything is seen, in the order of the classes; none leaves it to fitPrior.',
    }),
  ),
};

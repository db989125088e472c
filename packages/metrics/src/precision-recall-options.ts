import {
  type CheckedOptions,
  checkedLater,
  choiceOption,
  numberOption,
  type OptionReader,
  type OptionReaders,
  orNull,
  ParameterError,
} from '@tenfold/core';
import type { Label, Labels } from '@tenfold/linalg';

import { labelsOption, sampleWeightOption, type WeightOption } from './checks.js';

/** How the scores of the classes become one number. */
export type Average = 'binary' | 'micro' | 'macro' | 'weighted';

/** Options shared by precision, recall and F. */
export interface PrecisionRecallOptions extends WeightOption {
  /**
   * The classes to score, in this order; a label that is nowhere in the data scores `zeroDivision`. Default: every
   * label present in `yTrue` or `yPred`, in order. Not used by `average: 'binary'`.
   */
  labels?: Labels;
  /** The class that `average: 'binary'` scores. Default 1, of booleans true. Not used by the other averages. */
  posLabel?: Label;
  /**
   * `'binary'` scores the class `posLabel` of two; `'micro'` counts over all the classes together; `'macro'` is the
   * plain mean of the classes, `'weighted'` their mean weighted by their true samples; `null` gives one score
   * a class.
   */
  average?: Average | null;
  /**
   * The score where the division is 0 by 0, as precision is for a class that was never predicted: 0 (default), 1,
   * or NaN, which averages leave out.
   */
  zeroDivision?: number;
}

/** Options of `precisionRecallFscoreSupport`. */
export interface FscoreSupportOptions extends PrecisionRecallOptions {
  /** How much more recall counts than precision in F, from 0 to Infinity. Default 1. */
  beta?: number;
}

/** Reads `zeroDivision`: 0, 1 or NaN; 0 when left out. */
export const zeroDivisionOption: OptionReader<number> = (value = 0, owner, name) => {
  if (value === 0 || value === 1 || Number.isNaN(value)) return value as number;
  throw new ParameterError(owner, name, '0, 1 or NaN', value);
};

/** The options of precision and recall, which differ in the default of `average`. */
export function precisionRecallOptions(average: Average | null) {
  return {
    labels: labelsOption,
    posLabel: checkedLater<Label | undefined>(),
    average: orNull(choiceOption(average, ['binary', 'micro', 'macro', 'weighted'])),
    zeroDivision: zeroDivisionOption,
    sampleWeight: sampleWeightOption,
  } satisfies OptionReaders<PrecisionRecallOptions>;
}

/** The options of precision and recall, checked. */
export type PrecisionRecallChecked = CheckedOptions<ReturnType<typeof precisionRecallOptions>>;

/** Reads how much more recall counts than precision; without a default it is required. */
export function betaOption(fallback?: number): OptionReader<number> {
  return numberOption(fallback, { min: 0, infinite: true });
}

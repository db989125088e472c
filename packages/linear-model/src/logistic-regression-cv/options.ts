import type { NumberGrid } from '@tenfold/base';
import type { Scorer, ScorerName } from '@tenfold/metrics';
import type { CrossValidation } from '@tenfold/model-selection';

import type { LogisticRegressionOptions } from '../logistic-regression/options.js';

/** The hyper-parameters of `LogisticRegression` that `LogisticRegressionCV` looks for, or has none of. */
type Searched = 'C' | 'l1Ratio' | 'penalty' | 'warmStart';

/** The hyper-parameters of `LogisticRegressionCV`: scikit-learn's, in camel case. */
export interface LogisticRegressionCVOptions extends Omit<LogisticRegressionOptions, Searched> {
  /**
   * The values of C that are tried: a list of numbers above 0 (Infinity is no penalty), or how many, from 1e-4 to 1e4 at equal
   * ratios. Default 10.
   */
  Cs?: NumberGrid;
  /** The values of l1Ratio that are tried, each with all of C: numbers from 0 (pure L2) to 1 (pure L1). Default [0]. */
  l1Ratios?: readonly number[];
  /** `'l2'`, `'l1'`, `'elasticnet'` or `'auto'` (default): by each of `l1Ratios`. */
  penalty?: 'auto' | 'l2' | 'l1' | 'elasticnet';
  /**
   * How rows are split: a number of stratified folds, 2 or more; a splitter such as `KFold`; or splits as pairs of row
   * numbers, `[train, test]`. Default 5.
   */
  cv?: CrossValidation;
  /**
   * What is best: the name of a score (`SCORER_NAMES` of `@tenfold/metrics`), or a function that gives a number, the larger
   * the better. Default `'accuracy'`. A function is not kept in files.
   */
  scoring?: ScorerName | Scorer;
  /**
   * Whether the model is fitted to all rows with the values that are best on average over the folds (default true). Otherwise
   * it is the mean of the folds' best models.
   */
  refit?: boolean;
}

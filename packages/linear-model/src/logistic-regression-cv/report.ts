import type { FitReport } from '@tenfold/base';

/** What `LogisticRegressionCV` reports after each of its fits. */
export interface SearchReport extends FitReport<'score'> {
  /** `score`: that of the rows held out of the fit; after the last, of all rows, the best mean over the folds. */
  readonly figures: Readonly<Record<'score', number>>;
}

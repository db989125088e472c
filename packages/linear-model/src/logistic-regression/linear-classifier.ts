import { type ColumnOptions, ProbabilisticClassifier, runNow } from '@tenfold/base';
import { type FeatureMatrix, Matrix } from '@tenfold/linalg';

import type { LinearWeights } from './fitted.js';
import { scoreRows } from './scores.js';

/** What classifiers with linear scores have. */
export abstract class LinearClassifier<
  Options extends object,
  Settings extends object,
  State extends LinearWeights,
  Report,
> extends ProbabilisticClassifier<Options, Settings, State, Report> {
  /**
   * The scores w·x + b: one column for each class, or for two classes a single one, above 0 for the second class.
   *
   * @throws as `predict`
   */
  decisionFunction(X: FeatureMatrix, options: ColumnOptions = {}): Matrix {
    const { fitted, design } = this.rowsNow('decisionFunction', X, options);
    const scores = runNow(scoreRows(fitted.state, design));
    const columns = fitted.state.coef.rows;
    return Matrix.from1DArray(scores.length / columns, columns, scores);
  }

  /** The coefficients: a row for each class, or a single one for two classes; a column for each feature. */
  get coef(): Matrix {
    return this.need('coef').state.coef;
  }

  /** The intercepts: one for each row of `coef`. */
  get intercept(): Float64Array {
    return this.need('intercept').state.intercept;
  }
}

import { alignLabels, checkSampleWeight, runNow, type ScoreOptions } from '@tenfold/base';
import { ShapeError } from '@tenfold/core';
import type { FeatureMatrix, Labels, Matrix } from '@tenfold/linalg';

import { LinearClassifier } from '../logistic-regression/linear-classifier.js';
import { linkOf } from '../logistic-regression/predictions.js';
import { scoreRows } from '../logistic-regression/scores.js';
import { l1Share } from '../logistic-regression/solvers/penalty.js';
import { logisticRegressionCV } from './definition.js';
import type { FoldTable, SearchState } from './fitted.js';
import { valuesOfC } from '../logistic-regression/values-of-c.js';
import { applyScoring, JudgedRows } from './held-out.js';
import type { LogisticRegressionCVOptions } from './options.js';
import type { SearchReport } from './report.js';
import { chosenValues } from './select.js';
import type { LogisticRegressionCVSettings } from './settings.js';

/**
 * Logistic regression that finds C, and the share of L1, by cross-validation, with the parameters and the answers of
 * scikit-learn's class of that name.
 *
 * The rows are split into folds. On each fold's training rows the model is fitted with every value of C, from the smallest up,
 * each fit beginning where the one before has ended; the rows that are held out score it. With `refit` the model is that of
 * all rows with the values whose mean score is best. Attributes have the shapes of scikit-learn without its legacy ones:
 * fold, share of L1, C. An `onIteration` that returns false ends the search after the fold at hand.
 *
 * @example
 * const model = new LogisticRegressionCV({ Cs: [0.01, 0.1, 1], scoring: 'neg_log_loss' });
 * await model.fit(xTrain, yTrain);
 * console.log(model.C, model.predict(xTest));
 */
export class LogisticRegressionCV extends LinearClassifier<
  LogisticRegressionCVOptions,
  LogisticRegressionCVSettings,
  SearchState,
  SearchReport
> {
  /** What is known of it without fitting it. */
  static readonly definition = logisticRegressionCV;

  /**
   * @param options hyper-parameters; see `LogisticRegressionCVOptions`
   * @throws ParameterError when one is unknown, out of range, or does not go with another
   */
  constructor(options: LogisticRegressionCVOptions = {}) {
    super(logisticRegressionCV, options);
  }

  /** The best C; without `refit`, the mean of the folds' best. */
  get C(): number {
    return this.#chosen('C').C;
  }

  /** The best share of L1; without `refit`, the mean of the folds' best. */
  get l1Ratio(): number {
    const { settings } = this.need('l1Ratio');
    return l1Share({ ...settings, ...this.#chosen('l1Ratio') });
  }

  /** `C`, and `l1Ratio` where more than one was tried, by name. */
  get bestParams(): Readonly<Record<string, number>> {
    return { C: this.C, ...(this.l1Ratios.length > 1 && { l1Ratio: this.l1Ratio }) };
  }

  /** The values of C that were tried. */
  get Cs(): readonly number[] {
    return valuesOfC(this.need('Cs').settings.Cs);
  }

  /** The shares of L1 that were tried. */
  get l1Ratios(): readonly number[] {
    return this.need('l1Ratios').settings.l1Ratios;
  }

  /** The scores of held-out rows: `scores[fold][i][j]` with `l1Ratios[i]` and `Cs[j]`. */
  get scores(): FoldTable<number> {
    return this.need('scores').state.scores;
  }

  /** The iterations of each fit, as `scores` has them; with one-vs-rest, the most of a class. */
  get nIter(): FoldTable<number> {
    return this.need('nIter').state.nIter;
  }

  /**
   * The coefficients of each fit, as `scores` has them: a row for each class, or a single one for two; the intercept is the
   * last column, where there is one. Undefined of a model that was read from a file, which does not keep them.
   */
  get coefsPaths(): FoldTable<Matrix> | undefined {
    return this.need('coefsPaths').state.coefsPaths;
  }

  /** Whether every fit met its stopping rule. */
  get converged(): boolean {
    return this.need('converged').state.converged;
  }

  /**
   * The score that `scoring` names: by default the accuracy.
   *
   * @param X the rows
   * @param y their true labels, as in `predict`'s kind
   * @param options the weights of the rows, if not 1 each, and the names of the columns
   * @throws as `predict`, ShapeError when y is of another length, LabelMismatchError when it is of another kind
   */
  override score(X: FeatureMatrix, y: Labels, options: ScoreOptions = {}): number {
    const { scoring } = this.params;
    if (scoring === 'accuracy') return super.score(X, y, options);
    const { sampleWeight, ...columns } = options;
    const { fitted, design } = this.rowsNow('score', X, columns);
    const owner = this.nameOf('score');
    if (y.length !== design.rows) {
      throw new ShapeError(owner, `as many labels as X has rows (${design.rows})`, `${y.length}`);
    }
    const { state, settings, seen } = fitted;
    const judged = new JudgedRows(runNow(scoreRows(state, design)), {
      yTrue: alignLabels(y, seen.classes),
      classes: seen.classes,
      sampleWeight: checkSampleWeight(sampleWeight, design.rows, owner),
      link: linkOf(settings, seen.classes),
    });
    return applyScoring(scoring, judged);
  }

  #chosen(method: string): { C: number; l1Ratio: number } {
    const { state, settings } = this.need(method);
    const { refit, Cs, l1Ratios } = settings;
    return chosenValues(state.scores, refit, valuesOfC(Cs), l1Ratios);
  }
}

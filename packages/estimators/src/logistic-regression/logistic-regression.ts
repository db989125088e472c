import { NotFittedError } from '@tenfold/errors';
import {
  kernelBackend,
  type Label,
  type Labels,
  Matrix,
  type MatrixLike,
  matrixShape,
} from '@tenfold/linalg';
import { accuracyScore } from '@tenfold/metrics';

import { checkFeatureNames } from '../feature-names/check-feature-names.js';
import { orderColumns } from '../feature-names/order-columns.js';
import { alignLabels } from '../labels/align-labels.js';
import { encodeLabels } from '../labels/encode-labels.js';
import { decodeLabels } from '../labels/label-kind.js';
import { readModel } from '../model-format/read-model.js';
import type { LogisticRegressionJSON, Provenance } from '../model-format/schema.js';
import { writeModel } from '../model-format/write-model.js';
import { bestClasses, bestClassesAsync } from './best-classes.js';
import {
  checkColumnOptions,
  checkFitOptions,
  checkPredictOptions,
  checkScoreOptions,
  type ColumnOptions,
  type FitOptions,
  methodName,
  type PredictOptions,
  type ScoreOptions,
} from './call-options.js';
import { checkClassesWeighted } from './class-weight.js';
import { fitOneVsRest, fitTwoClasses } from './fit-binary.js';
import { fitMultinomial } from './fit-multinomial.js';
import type { FitProblem } from './fit-problem.js';
import {
  type ConvergenceWarning,
  type FittedState,
  fittedState,
  scoreRows,
  scoreRowsAsync,
} from './fitted.js';
import {
  checkOptions,
  isMultinomial,
  type LogisticRegressionOptions,
  type LogisticRegressionSettings,
  OWNER,
} from './options.js';
import { type Link, logProbabilities, probabilities } from './probabilities.js';
import { checkSampleWeight } from './sample-weight.js';

/**
 * Logistic regression for two classes or more, with the parameters and the answers of scikit-learn's class of that
 * name.
 *
 * The objective, C·Σ_i s_i·loss_i + ½·‖w‖², is summed over rows of weight s_i. Of three classes or more the loss is
 * multinomial, -log softmax(z)_y, or with one-vs-rest that of a binary model for each class; a binary model's is
 * log(1 + exp(-t·z)), t being 1 or -1. Scores are z = w·x + b. The intercept b is not penalised, except with
 * liblinear, where it is the weight of a constant feature.
 *
 * @example
 * const model = new LogisticRegression({ solver: 'liblinear' });
 * await model.fit(xTrain, yTrain);
 * const predictions = model.predict(xTest);
 * const accuracy = model.score(xTest, yTest);
 */
export class LogisticRegression {
  /** The hyper-parameters, checked, with the defaults filled in. */
  readonly params: LogisticRegressionSettings;
  /** Where the model comes from, in whatever words: written to model files and read from them; cleared by `fit`. */
  provenance: Provenance | undefined;
  #fitted: FittedState | undefined;

  /**
   * @param options hyper-parameters; see `LogisticRegressionOptions`
   * @throws ParameterError when one is unknown, out of range, or does not go with another
   */
  constructor(options: LogisticRegressionOptions = {}) {
    this.params = checkOptions(options);
  }

  /**
   * Learns from labelled rows. All of them are read at the call, so that they may be changed as soon as it has returned
   * its promise. Gives the event loop back regularly. A solver that runs out of iterations is no error: see `converged`
   * and `warnings`.
   *
   * @param X one sample a row, one feature a column; bytes are never turned into doubles
   * @param y the label of each row: whole numbers, text or booleans
   * @param options see `FitOptions`
   * @returns this model
   * @throws ShapeError, NonFiniteError when X is no matrix of finite numbers or y is of another length; LabelError,
   *   SingleClassError on labels; ParameterError on weights, names and options. Rejects with the signal's reason when cancelled.
   */
  async fit(X: MatrixLike, y: Labels, options: FitOptions = {}): Promise<this> {
    const checked = checkFitOptions(options);
    const { signal, onIteration, backend = kernelBackend(this.params.threads) } = checked;
    signal?.throwIfAborted();
    // Everything of the caller's is read before the first await: it may be used for something else while this fits.
    const { rows, columns } = matrixShape(X, OWNER);
    const featureNames = checkFeatureNames(checked.featureNames, columns, methodName('fit'));
    const { classes, codes, kind } = encodeLabels(y, rows, OWNER);
    checkClassesWeighted(this.params.classWeight, classes);
    const sampleWeight = checkSampleWeight(checked.sampleWeight, rows, OWNER);
    const design = await backend.design(X, { owner: OWNER, signal });
    const problem = { settings: this.params, design, classes, codes, sampleWeight };
    try {
      const outcome = await solve({ ...problem, backend, signal, onIteration });
      this.#fitted = fittedState(outcome, { classes, labelKind: kind, featureNames });
      this.provenance = undefined;
    } finally {
      backend.release(design);
    }
    return this;
  }

  /**
   * The label of each row's most probable class, in an array of the kind that the labels came to `fit` in.
   *
   * @param X one sample a row, one feature a column, in the order of `fit` or in any order with names
   * @param options see `ColumnOptions`
   * @throws NotFittedError, ShapeError when X has another width than in `fit`, NonFiniteError; FeatureNamesError when its
   *   columns have other names than those of `fit`; ParameterError on options
   */
  predict(X: MatrixLike, options: ColumnOptions = {}): Labels {
    const { fitted, rows } = this.#rows('predict', X, options);
    return decodeLabels(bestClasses(fitted, rows), fitted.classes, fitted.labelKind);
  }

  /**
   * What `predict` gives, on as many threads as `fit` takes and without holding the event loop: for many rows. X is read
   * at the call.
   *
   * @throws rejects as `predict` throws, and with the signal's reason when cancelled
   */
  async predictAsync(X: MatrixLike, options: PredictOptions = {}): Promise<Labels> {
    const { fitted, rows, how } = this.#rowsAsync('predictAsync', X, options);
    return decodeLabels(await bestClassesAsync(fitted, rows, how), fitted.classes, fitted.labelKind);
  }

  /**
   * What `predictProba` gives, in the way of `predictAsync`.
   *
   * @throws as `predictAsync`
   */
  async predictProbaAsync(X: MatrixLike, options: PredictOptions = {}): Promise<Matrix> {
    const { fitted, rows, how } = this.#rowsAsync('predictProbaAsync', X, options);
    return toMatrix(probabilities(await scoreRowsAsync(fitted, rows, how), ...this.#link(fitted)), fitted);
  }

  /**
   * The probability of each class, one row for each of X's, one column for each of `classes`. Softmax of the scores,
   * or with one-vs-rest their sigmoids divided by their sum.
   *
   * @throws as `predict`
   */
  predictProba(X: MatrixLike, options: ColumnOptions = {}): Matrix {
    const { fitted, rows } = this.#rows('predictProba', X, options);
    return toMatrix(probabilities(scoreRows(fitted, rows), ...this.#link(fitted)), fitted);
  }

  /**
   * The natural logarithms of `predictProba`, exact also where a probability is rounded to 0.
   *
   * @throws as `predict`
   */
  predictLogProba(X: MatrixLike, options: ColumnOptions = {}): Matrix {
    const { fitted, rows } = this.#rows('predictLogProba', X, options);
    return toMatrix(logProbabilities(scoreRows(fitted, rows), ...this.#link(fitted)), fitted);
  }

  /**
   * The scores w·x + b: one column for each class, or for two classes a single one, above 0 for the second class.
   *
   * @throws as `predict`
   */
  decisionFunction(X: MatrixLike, options: ColumnOptions = {}): Matrix {
    const { fitted, rows } = this.#rows('decisionFunction', X, options);
    const scores = scoreRows(fitted, rows);
    return Matrix.from1DArray(scores.length / fitted.coef.rows, fitted.coef.rows, scores);
  }

  /**
   * The accuracy: the share of rows whose label `predict` gets right, see `accuracyScore` of `@tenfold/metrics`.
   *
   * @param X the rows
   * @param y their true labels, of the kind that `fit` saw or such as `alignLabels` reads in that kind
   * @param options the weights of the rows, if not 1 each, and the names of the columns
   * @throws as `predict`, ShapeError when y is of another length, LabelMismatchError when it is of another kind
   */
  score(X: MatrixLike, y: Labels, options: ScoreOptions = {}): number {
    const { featureNames, sampleWeight } = checkScoreOptions(options);
    const { fitted, rows } = this.#rows('score', X, { featureNames });
    const predicted = decodeLabels(bestClasses(fitted, rows), fitted.classes, fitted.labelKind);
    return accuracyScore(alignLabels(y, fitted.classes), predicted, sampleWeight && { sampleWeight });
  }

  /** The coefficients: a row for each class, or a single one for two classes; a column for each feature. */
  get coef(): Matrix {
    return this.#need('coef').coef;
  }

  /** The intercepts: one for each row of `coef`. */
  get intercept(): Float64Array {
    return this.#need('intercept').intercept;
  }

  /** The labels, sorted: the order of the columns of probabilities. */
  get classes(): readonly Label[] {
    return this.#need('classes').classes;
  }

  /** Iterations of each problem solved: one entry, or with one-vs-rest one for each class. */
  get nIter(): readonly number[] {
    return this.#need('nIter').nIter;
  }

  /** Whether every problem's solver met its stopping rule. */
  get converged(): boolean {
    return this.#need('converged').converged;
  }

  /** What the fit has to say: a `ConvergenceWarning` for each problem whose solver stopped early. */
  get warnings(): readonly ConvergenceWarning[] {
    return this.#need('warnings').warnings;
  }

  /**
   * The objective where the solver stopped, in scikit-learn's scale: C·Σ s_i·loss_i + ½·‖w‖² (C counts as 1 without
   * a penalty; liblinear's penalty has the intercept's weight in it); summed over the problems of one-vs-rest.
   */
  get objective(): number {
    return this.#need('objective').objective;
  }

  /** The names of the columns seen in `fit`, or undefined when it was given none. */
  get featureNamesIn(): readonly string[] | undefined {
    return this.#need('featureNamesIn').featureNames;
  }

  /** Number of features seen in `fit`. */
  get nFeatures(): number {
    return this.#need('nFeatures').coef.columns;
  }

  /** Whether the model has been fitted or loaded. */
  get isFitted(): boolean {
    return this.#fitted !== undefined;
  }

  /**
   * The model as a plain value for `JSON.stringify`: self-contained, every double exact. See
   * `LogisticRegressionJSON`; `formatModel` makes readable text of it.
   *
   * @throws NotFittedError
   */
  toJSON(): LogisticRegressionJSON {
    return writeModel(this.params, this.#need('toJSON'), this.provenance);
  }

  /**
   * The model of a value that `toJSON` made.
   *
   * @param value the value, or anything that claims to be one
   * @throws ModelFormatError when it is not a model, is of a newer version, or does not fit together
   */
  static fromJSON(value: unknown): LogisticRegression {
    const { options, fitted, provenance } = readModel(value);
    const model = new LogisticRegression(options);
    model.#fitted = fitted;
    model.provenance = provenance;
    return model;
  }

  #rows(method: string, X: MatrixLike, options: ColumnOptions): { fitted: FittedState; rows: MatrixLike } {
    const fitted = this.#need(method);
    const { featureNames } = checkColumnOptions(method, options);
    return { fitted, rows: orderColumns(X, featureNames, fitted.featureNames, methodName(method)) };
  }

  #rowsAsync(method: string, X: MatrixLike, options: PredictOptions) {
    const fitted = this.#need(method);
    const checked = checkPredictOptions(method, options);
    const { featureNames, signal, backend = kernelBackend(this.params.threads) } = checked;
    const rows = orderColumns(X, featureNames, fitted.featureNames, methodName(method));
    return { fitted, rows, how: { backend, signal } };
  }

  #need(method: string): FittedState {
    if (this.#fitted === undefined) throw new NotFittedError(OWNER, method);
    return this.#fitted;
  }

  #link({ classes }: FittedState): [classes: number, link: Link] {
    if (classes.length === 2) return [2, 'binary'];
    return [classes.length, isMultinomial(this.params, classes) ? 'softmax' : 'ovr'];
  }
}

function solve(problem: FitProblem): ReturnType<typeof fitMultinomial> {
  if (problem.classes.length === 2) return fitTwoClasses(problem);
  return isMultinomial(problem.settings, problem.classes) ? fitMultinomial(problem) : fitOneVsRest(problem);
}

function toMatrix(values: Float64Array, { classes }: FittedState): Matrix {
  return Matrix.from1DArray(values.length / classes.length, classes.length, values);
}

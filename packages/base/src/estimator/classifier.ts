import type { DesignMatrix, Label, LabelArray, Labels, FeatureMatrix } from '@tenfold/linalg';
import { accuracyScore } from '@tenfold/metrics';

import {
  checkScoreOptions,
  type ColumnOptions,
  type FitOptions,
  type PredictOptions,
  type ScoreOptions,
} from '../calls/call-options.js';
import {
  type Computation,
  type ComputeOptions,
  computeOptions,
  runLater,
  runNow,
} from '../calls/computation.js';
import { alignLabels } from '../labels/align-labels.js';
import { encodeLabels } from '../labels/encode-labels.js';
import { decodeLabels } from '../labels/label-kind.js';
import { checkSampleWeight } from '../weights/sample-weight.js';
import type { EstimatorDefinition } from './definition.js';
import { Estimator, type Fitted } from './estimator.js';
import type { ConvergenceWarning } from './warnings.js';

/** Labelled rows to fit, checked. X is the caller's: what is read of it is read before anything is awaited. */
export interface ClassificationProblem<Settings, Report, State = unknown> extends ComputeOptions {
  readonly settings: Settings;
  readonly X: FeatureMatrix;
  readonly rows: number;
  readonly columns: number;
  readonly classes: readonly Label[];
  /** Each row's class number. */
  readonly codes: Int32Array;
  /** Each row's own weight; 1 each when undefined. */
  readonly sampleWeight: Float64Array | undefined;
  readonly onIteration: ((report: Report) => unknown) | undefined;
  /** What the estimator has learned before this fit, for those that can begin from there; undefined when nothing. */
  readonly previous: Fitted<Settings, State> | undefined;
}

/** What a fit of labelled rows finds. */
export interface FitResult<State> {
  readonly state: State;
  readonly warnings?: readonly ConvergenceWarning[];
}

/** A classifier, described as data, with the functions that are its own. */
export interface ClassifierDefinition<
  Options extends object,
  Settings extends object,
  State,
  Report = never,
> extends EstimatorDefinition<Options, Settings, State> {
  readonly type: 'classifier';
  /** Fits labelled rows. */
  readonly fit: (problem: ClassificationProblem<Settings, Report, State>) => Promise<FitResult<State>>;
  /** The class number of each row. */
  readonly classify: (fitted: Fitted<Settings, State>, rows: DesignMatrix) => Computation<Int32Array>;
}

/** The kind of labels that `predict` gives after a fit to labels of a type: arrays of that kind, or that typed array. */
export type PredictedLabels<Y extends Labels> = Y extends readonly number[]
  ? number[]
  : Y extends readonly string[]
    ? string[]
    : Y extends readonly boolean[]
      ? boolean[]
      : Y extends LabelArray
        ? Y
        : Labels;

/** What predicts labels of the kind that `fit` was given. */
export interface Predicts<Y extends Labels> {
  predict(X: FeatureMatrix, options?: ColumnOptions): PredictedLabels<Y>;
  predictAsync(X: FeatureMatrix, options?: PredictOptions): Promise<PredictedLabels<Y>>;
}

/** What all classifiers have. */
export abstract class Classifier<
  Options extends object,
  Settings extends object,
  State,
  Report = never,
> extends Estimator<Options, Settings, State> {
  declare readonly definition: ClassifierDefinition<Options, Settings, State, Report>;

  // It narrows the kind of definition.
  // eslint-disable-next-line @typescript-eslint/no-useless-constructor
  constructor(definition: ClassifierDefinition<Options, Settings, State, Report>, options: Options) {
    super(definition, options);
  }

  /**
   * Learns from labelled rows. All of them are read at the call, so that they may be changed as soon as it has returned
   * its promise. Gives the event loop back regularly. A solver that runs out of iterations is no error: see `warnings`.
   *
   * @param X one sample a row, one feature a column; bytes are never turned into doubles
   * @param y the label of each row: whole numbers, text or booleans
   * @param options see `FitOptions`
   * @returns this model
   * @throws ShapeError, NonFiniteError when X is no matrix of finite numbers or y is of another length; LabelError,
   *   SingleClassError on labels; ParameterError on weights, names and options. Rejects with the signal's reason when
   *   cancelled; then, and after an error, the model is as it was.
   */
  async fit<Y extends Labels>(
    X: FeatureMatrix,
    y: Y,
    options: FitOptions<Report> = {},
  ): Promise<Predicts<Y> & this> {
    await this.learn(X, y, options);
    return this as unknown as Predicts<Y> & this;
  }

  /** Fits by a function, or the definition's, and checks what goes into it. */
  protected async learn(
    X: FeatureMatrix,
    y: Labels,
    options: FitOptions<Report>,
    // Of `Report` a classifier without reports would be none of those with some.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    fit: ClassifierDefinition<Options, Settings, State, any>['fit'] = this.definition.fit,
  ): Promise<void> {
    const { params: settings } = this;
    const previous = this.isFitted ? this.getFitted() : undefined;
    const { name, tags } = this.definition;
    const { checked, rows, columns, featureNames } = this.checkFit(X, options);
    const { onIteration } = checked;
    const { classes, codes, kind } = encodeLabels(y, rows, name, { oneClass: tags.oneClass });
    const sampleWeight = checkSampleWeight(checked.sampleWeight, rows, name);
    const { state, warnings = [] } = await fit({
      ...{ settings, X, rows, columns, classes, codes, sampleWeight, onIteration, previous },
      ...computeOptions(checked),
    });
    const seen = { nFeatures: columns, featureNames, classes, labelKind: kind };
    this.keep({ settings, seen, state, warnings });
  }

  /**
   * The label of each row's most probable class, in an array of the kind that the labels came to `fit` in.
   *
   * @param X one sample a row, one feature a column, in the order of `fit` or in any order with names
   * @param options see `ColumnOptions`
   * @throws NotFittedError, ShapeError when X has another width than in `fit`, NonFiniteError; FeatureNamesError when its
   *   columns have other names than those of `fit`; ParameterError on options
   */
  predict(X: FeatureMatrix, options: ColumnOptions = {}): Labels {
    const { fitted, design } = this.rowsNow('predict', X, options);
    return decode(runNow(this.definition.classify(fitted, design)), fitted);
  }

  /**
   * What `predict` gives, on many threads and without holding the event loop: for many rows. X is read at the call.
   *
   * @throws rejects as `predict` throws, and with the signal's reason when cancelled
   */
  async predictAsync(X: FeatureMatrix, options: PredictOptions = {}): Promise<Labels> {
    const { fitted, design, resources } = await this.rowsLater('predictAsync', X, options);
    return decode(await runLater(this.definition.classify(fitted, design), resources), fitted);
  }

  /**
   * The accuracy: the share of rows whose label `predict` gets right, see `accuracyScore` of `@tenfold/metrics`.
   *
   * @param X the rows
   * @param y their true labels, of the kind that `fit` saw or such as `alignLabels` reads in that kind
   * @param options the weights of the rows, if not 1 each, and the names of the columns
   * @throws as `predict`, ShapeError when y is of another length, LabelMismatchError when it is of another kind
   */
  score(X: FeatureMatrix, y: Labels, options: ScoreOptions = {}): number {
    const { featureNames, sampleWeight } = checkScoreOptions(this.nameOf('score'), options);
    const { fitted, design } = this.rowsNow('score', X, { featureNames });
    const predicted = decode(runNow(this.definition.classify(fitted, design)), fitted);
    return accuracyScore(alignLabels(y, fitted.seen.classes), predicted, sampleWeight && { sampleWeight });
  }

  /** The labels, sorted: the order of the columns of probabilities. */
  get classes(): readonly Label[] {
    return this.need('classes').seen.classes;
  }

  /** What the fit has to say; empty of a model that was read from a file. */
  get warnings(): readonly ConvergenceWarning[] {
    return this.need('warnings').warnings;
  }
}

function decode(codes: Int32Array, { seen }: Fitted<unknown, unknown>): Labels {
  return decodeLabels(codes, seen.classes, seen.labelKind);
}

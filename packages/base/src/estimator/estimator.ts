import { checkNames, describe, NotFittedError, ParameterError, ShapeError } from '@tenfold/core';
import {
  type DesignMatrix,
  type FeatureMatrix,
  isCsrMatrix,
  matrixShape,
  toDesignMatrix,
  toDesignMatrixAsync,
} from '@tenfold/linalg';

import {
  checkColumnOptions,
  checkFitOptions,
  checkPredictOptions,
  type ColumnOptions,
  type FitOptions,
  type PredictOptions,
} from '../calls/call-options.js';
import { computeOptions } from '../calls/computation.js';
import { checkFeatureNames } from '../feature-names/check-feature-names.js';
import { orderColumns } from '../feature-names/order-columns.js';
import { checkParams, paramsFromJson, paramsToJson } from '../params/check-params.js';
import type { LabelKind } from '../labels/label-kind.js';
import {
  type Envelope,
  type ModelJson,
  type Provenance,
  readEnvelope,
  writeEnvelope,
} from '../state/envelope.js';
import { asFormatError, ModelFormatError } from '../state/model-format-error.js';
import { readState } from '../state/read-state.js';
import type { SeenData } from '../state/state-codec.js';
import type { AnyDefinition, EstimatorDefinition } from './definition.js';
import type { ConvergenceWarning } from './warnings.js';

/** What `fit` has seen, with the array that the labels came in. */
export interface Seen extends SeenData {
  readonly labelKind: LabelKind;
}

/** The fitted state. */
export interface Fitted<Settings, State> {
  /** The hyper-parameters that it was fitted with. */
  readonly settings: Settings;
  readonly seen: Seen;
  readonly state: State;
  readonly warnings: readonly ConvergenceWarning[];
}

/** A class of estimators. */
export interface EstimatorClass<Instance> {
  new (options?: never): Instance;
  readonly definition: AnyDefinition;
}

/**
 * What all estimators have: hyper-parameters that are checked when they are set, and a fitted state that is replaced as
 * a whole. Use a class made of it, such as `LogisticRegression`.
 */
export abstract class Estimator<Options extends object, Settings extends object, State> {
  /** What is known of this kind of estimator without fitting it. */
  readonly definition: EstimatorDefinition<Options, Settings, State>;
  /** Where the model comes from, in whatever words: written to model files and read from them; cleared by `fit`. */
  provenance: Provenance | undefined;
  private settings: Settings;
  private fitted: Fitted<Settings, State> | undefined;

  /** @throws ParameterError when an option is unknown, out of range, or does not go with another */
  constructor(definition: EstimatorDefinition<Options, Settings, State>, options: Options) {
    this.definition = definition;
    this.settings = this.check(options);
  }

  /** The hyper-parameters, checked, with the defaults filled in. */
  get params(): Settings {
    return this.settings;
  }

  /** The hyper-parameters as the constructor takes them, defaults filled in. */
  getParams(): Required<Options> {
    return { ...this.settings } as unknown as Required<Options>;
  }

  /**
   * Sets some hyper-parameters, for the next `fit`; the others stay. What is fitted already stays as it is.
   *
   * @param options the ones to set
   * @returns this estimator
   * @throws ParameterError when one is unknown, out of range, or does not go with another; then none is set
   */
  setParams(options: Options): this {
    const { name, params } = this.definition;
    checkNames(name, options, Object.keys(params));
    this.settings = this.check({ ...this.settings, ...options });
    return this;
  }

  /** An estimator with the same hyper-parameters, not fitted. */
  clone(): this {
    return new (this.constructor as new (options: unknown) => this)(this.getParams());
  }

  /** Whether there is anything to predict or transform with. */
  get isFitted(): boolean {
    return this.fitted !== undefined;
  }

  /** Columns of the rows that it was fitted on. */
  get nFeatures(): number {
    return this.need('nFeatures').seen.nFeatures;
  }

  /** The names of the columns seen in `fit`, or undefined when it was given none. */
  get featureNamesIn(): readonly string[] | undefined {
    return this.need('featureNamesIn').seen.featureNames;
  }

  /**
   * The model as a plain value for `JSON.stringify`: self-contained, every number exact. See `ModelJson`.
   *
   * @throws NotFittedError
   */
  toJSON(): ModelJson {
    const { settings, seen, state } = this.need('toJSON');
    const { name, params, state: codec } = this.definition;
    return writeEnvelope(
      { name, version: codec.version, params: paramsToJson(params as never, settings) },
      seen,
      codec.write(state),
      this.provenance,
    );
  }

  /**
   * The model of a value that `toJSON` made, in this version or an earlier one.
   *
   * @param value the value, or anything that claims to be one
   * @throws ModelFormatError when it is not a model of this class, is of a newer version, or does not fit together
   */
  static fromJSON<Instance>(this: EstimatorClass<Instance>, value: unknown): Instance {
    const envelope = readEnvelope(value);
    const { name } = this.definition;
    if (envelope.estimator.name !== name) {
      const received = describe(envelope.estimator.name);
      throw new ModelFormatError('estimator', `expected a model of ${name}, got one of ${received}`);
    }
    const model = new this() as Instance & Estimator<object, object, unknown>;
    model.restore(envelope);
    return model;
  }

  /**
   * What the fit has left, for estimators that are made of others.
   *
   * @throws NotFittedError
   */
  getFitted(): Fitted<Settings, State> {
    return this.need('getFitted');
  }

  /** Replaces what was fitted by what an estimator of the same class has learned; the hyper-parameters stay. */
  setFitted(fitted: Fitted<Settings, State>): this {
    this.keep(fitted);
    return this;
  }

  /** Takes over a stored state. Throws ModelFormatError, ParameterError. */
  protected restore(envelope: Envelope): void {
    const { params, state: codec } = this.definition;
    const settings = asFormatError(() =>
      this.check(paramsFromJson(params as never, envelope.estimator.params)),
    );
    const { state, seen } = asFormatError(() => readState(codec, envelope, settings));
    this.settings = settings;
    this.fitted = { settings, seen, state, warnings: [] };
    this.provenance = envelope.provenance;
  }

  /** Replaces what was fitted. */
  protected keep(fitted: Fitted<Settings, State>): void {
    this.fitted = fitted;
    this.provenance = undefined;
  }

  /** What was fitted. Throws NotFittedError. */
  protected need(method: string): Fitted<Settings, State> {
    if (this.fitted === undefined) throw new NotFittedError(this.definition.name, method);
    return this.fitted;
  }

  /** The rows of a call as a matrix for computations, in the order of the columns of `fit`. */
  protected rowsNow(method: string, X: FeatureMatrix, options: ColumnOptions) {
    const fitted = this.need(method);
    this.checkKind(method, X);
    const { featureNames } = checkColumnOptions(this.nameOf(method), options);
    const rows = orderColumns(X, featureNames, fitted.seen.featureNames, this.nameOf(method));
    return { fitted, design: this.checkWidth(toDesignMatrix(rows, this.storage), fitted) };
  }

  /** The same, giving the event loop back in between; X is read at the call. */
  protected async rowsLater(method: string, X: FeatureMatrix, options: PredictOptions) {
    const fitted = this.need(method);
    this.checkKind(method, X);
    const checked = checkPredictOptions(this.nameOf(method), options);
    const rows = orderColumns(X, checked.featureNames, fitted.seen.featureNames, this.nameOf(method));
    const design = await toDesignMatrixAsync(rows, { ...this.storage, signal: checked.signal });
    return { fitted, design: this.checkWidth(design, fitted), resources: computeOptions(checked) };
  }

  /** What `fit` is given beside labels and weights, checked. */
  protected checkFit<Report>(X: FeatureMatrix, options: FitOptions<Report>) {
    const { name, tags, progress } = this.definition;
    const owner = this.nameOf('fit');
    const checked = checkFitOptions(owner, options);
    const { signal, onIteration, sampleWeight } = checked;
    signal?.throwIfAborted();
    if (onIteration !== undefined && progress === null)
      throw new ParameterError(owner, 'onIteration', 'left out, as there are no iterations', onIteration);
    if (sampleWeight !== undefined && !tags.sampleWeight)
      throw new ParameterError(owner, 'sampleWeight', 'left out, as all rows count alike', sampleWeight);
    this.checkKind('fit', X);
    const { rows, columns } = matrixShape(X, name);
    const featureNames = checkFeatureNames(checked.featureNames, columns, owner);
    return { checked, rows, columns, featureNames };
  }

  /** How rows are laid out for computations. */
  protected get storage() {
    const { name, tags } = this.definition;
    return { owner: name, storage: tags.sparse === true ? 'given' : 'dense' } as const;
  }

  /** Refuses a sparse matrix where the estimator takes none. Throws ParameterError. */
  protected checkKind(method: string, X: FeatureMatrix): void {
    if (this.definition.tags.sparse === true || !isCsrMatrix(X)) return;
    const expected =
      'dense, as it takes no sparse rows: a Matrix, a ByteMatrix or an array of rows (toDense() gives one)';
    throw new ParameterError(this.nameOf(method), 'X', expected, X);
  }

  /** A method's name in messages. */
  protected nameOf(method: string): string {
    return `${this.definition.name}.${method}`;
  }

  private checkWidth(design: DesignMatrix, { seen: { nFeatures } }: Fitted<Settings, State>): DesignMatrix {
    if (design.columns === nFeatures) return design;
    throw new ShapeError(this.definition.name, `X with ${nFeatures} columns, as in fit`, `${design.columns}`);
  }

  private check(options: unknown): Settings {
    const { name, params, rules } = this.definition;
    return checkParams(name, params, rules, options);
  }
}

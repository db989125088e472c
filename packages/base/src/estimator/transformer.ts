import { ShapeError } from '@tenfold/core';
import {
  type DesignMatrix,
  DoubleMatrix,
  type Matrix,
  type FeatureMatrix,
  toDesignMatrix,
  toDesignMatrixAsync,
} from '@tenfold/linalg';

import type { ColumnOptions, FitOptions, PredictOptions } from '../calls/call-options.js';
import {
  type Computation,
  type ComputeOptions,
  computeOptions,
  runLater,
  runNow,
} from '../calls/computation.js';
import { checkSampleWeight } from '../weights/sample-weight.js';
import type { EstimatorDefinition } from './definition.js';
import { Estimator, type Fitted } from './estimator.js';

/** Rows to fit a transformation to, checked. X is the caller's: it is read before anything is awaited. */
export interface TransformationProblem<Settings> extends ComputeOptions {
  readonly settings: Settings;
  readonly X: FeatureMatrix;
  readonly rows: number;
  readonly columns: number;
  /** Each row's own weight; 1 each when undefined. */
  readonly sampleWeight: Float64Array | undefined;
}

/** A transformer, described as data, with the functions that are its own. */
export interface TransformerDefinition<
  Options extends object,
  Settings extends object,
  State,
> extends EstimatorDefinition<Options, Settings, State> {
  readonly type: 'transformer';
  readonly fit: (problem: TransformationProblem<Settings>) => Promise<State>;
  /** The transformed rows, row after row; as many numbers in each as `namesOut` has names. */
  readonly transform: (fitted: Fitted<Settings, State>, rows: DesignMatrix) => Computation<Float64Array>;
  /** The rows that were transformed, row after row. */
  readonly inverseTransform?: (
    fitted: Fitted<Settings, State>,
    rows: DesignMatrix,
  ) => Computation<Float64Array>;
}

/** What all transformers have whose columns stay what they are. */
export abstract class Transformer<Options extends object, Settings extends object, State> extends Estimator<
  Options,
  Settings,
  State
> {
  declare readonly definition: TransformerDefinition<Options, Settings, State>;

  // It narrows the kind of definition.
  // eslint-disable-next-line @typescript-eslint/no-useless-constructor
  constructor(definition: TransformerDefinition<Options, Settings, State>, options: Options) {
    super(definition, options);
  }

  /**
   * Learns the transformation of rows. All of them are read at the call.
   *
   * @param X one sample a row, one feature a column
   * @param options see `FitOptions`
   * @returns this transformer
   * @throws ShapeError, NonFiniteError when X is no matrix of finite numbers; ParameterError on options. Rejects with the
   *   signal's reason when cancelled; then, and after an error, the transformer is as it was.
   */
  async fit(X: FeatureMatrix, options: FitOptions = {}): Promise<this> {
    await this.learn(X, options);
    return this;
  }

  /** Fits by a function, or the definition's, checks what goes into it, and gives what it leaves. */
  protected async learn(
    X: FeatureMatrix,
    options: FitOptions,
    fit: TransformerDefinition<Options, Settings, State>['fit'] = this.definition.fit,
  ): Promise<Fitted<Settings, State>> {
    const { params: settings } = this;
    const { checked, rows, columns, featureNames } = this.checkFit(X, options);
    const sampleWeight = checkSampleWeight(checked.sampleWeight, rows, this.definition.name);
    const state = await fit({
      ...{ settings, X, rows, columns, sampleWeight },
      ...computeOptions(checked),
    });
    const seen = { nFeatures: columns, featureNames, classes: [], labelKind: 'array' } as const;
    const fitted = { settings, seen, state, warnings: [] };
    this.keep(fitted);
    return fitted;
  }

  /**
   * The rows transformed.
   *
   * @param X one sample a row, one feature a column, in the order of `fit` or in any order with names
   * @param options see `ColumnOptions`
   * @throws NotFittedError, ShapeError when X has another width than in `fit`, NonFiniteError; FeatureNamesError when its
   *   columns have other names than those of `fit`; ParameterError on options
   */
  transform(X: FeatureMatrix, options: ColumnOptions = {}): Matrix {
    const { fitted, design } = this.rowsNow('transform', X, options);
    return toMatrix(runNow(this.definition.transform(fitted, design)), design.rows);
  }

  /**
   * What `transform` gives, without holding the event loop: for many rows. X is read at the call.
   *
   * @throws rejects as `transform` throws, and with the signal's reason when cancelled
   */
  async transformAsync(X: FeatureMatrix, options: PredictOptions = {}): Promise<Matrix> {
    const { fitted, design, resources } = await this.rowsLater('transformAsync', X, options);
    return toMatrix(await runLater(this.definition.transform(fitted, design), resources), design.rows);
  }

  /**
   * Learns the transformation of rows, and gives them transformed.
   *
   * @throws as `fit`
   */
  async fitTransform(X: FeatureMatrix, options: FitOptions = {}): Promise<Matrix> {
    this.checkKind('fitTransform', X);
    // Read at the call, as `fit` does: X may be changed while this fits.
    const rows = toDesignMatrixAsync(X, this.storage);
    rows.catch(() => undefined);
    // What this call has learned, which another fit may have replaced by now.
    const fitted = await this.learn(X, options);
    const design = await rows;
    const transformed = await runLater(this.definition.transform(fitted, design), computeOptions(options));
    return toMatrix(transformed, design.rows);
  }

  /** The names of the columns that `transform` gives: those of `fit`, or `x0`, `x1` and so on. */
  getFeatureNamesOut(): readonly string[] {
    const { featureNames, nFeatures } = this.need('getFeatureNamesOut').seen;
    return featureNames ?? Array.from({ length: nFeatures }, (_, i) => `x${i}`);
  }

  /** For subclasses whose transformation can be turned back. */
  protected turnBack(X: FeatureMatrix): Matrix {
    const fitted = this.need('inverseTransform');
    const { inverseTransform } = this.definition;
    if (inverseTransform === undefined)
      throw new TypeError(`${this.definition.name} has no inverseTransform`);
    const design = toDesignMatrix(X, this.storage);
    const width = this.getFeatureNamesOut().length;
    if (design.columns !== width) {
      const expected = `X with ${width} columns, as transform gives`;
      throw new ShapeError(this.definition.name, expected, `${design.columns}`);
    }
    return toMatrix(runNow(inverseTransform(fitted, design)), design.rows);
  }
}

function toMatrix(values: Float64Array, rows: number): Matrix {
  return new DoubleMatrix(rows, values.length / rows, values);
}

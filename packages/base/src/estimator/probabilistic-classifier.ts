import { type DesignMatrix, Matrix, type FeatureMatrix } from '@tenfold/linalg';

import type { ColumnOptions, PredictOptions } from '../calls/call-options.js';
import { type Computation, runLater, runNow } from '../calls/computation.js';
import { Classifier, type ClassifierDefinition } from './classifier.js';
import type { Fitted } from './estimator.js';

/** A classifier with probabilities, described as data. */
export interface ProbabilisticDefinition<
  Options extends object,
  Settings extends object,
  State,
  Report = never,
> extends ClassifierDefinition<Options, Settings, State, Report> {
  /** The probability of each class, row after row. */
  readonly probabilities: (fitted: Fitted<Settings, State>, rows: DesignMatrix) => Computation<Float64Array>;
  /** Their logarithms. */
  readonly logProbabilities: (
    fitted: Fitted<Settings, State>,
    rows: DesignMatrix,
  ) => Computation<Float64Array>;
}

/** What all classifiers with probabilities have. */
export abstract class ProbabilisticClassifier<
  Options extends object,
  Settings extends object,
  State,
  Report = never,
> extends Classifier<Options, Settings, State, Report> {
  declare readonly definition: ProbabilisticDefinition<Options, Settings, State, Report>;

  // It narrows the kind of definition.
  // eslint-disable-next-line @typescript-eslint/no-useless-constructor
  constructor(definition: ProbabilisticDefinition<Options, Settings, State, Report>, options: Options) {
    super(definition, options);
  }

  /**
   * The probability of each class: one row for each of X's, one column for each of `classes`.
   *
   * @throws as `predict`
   */
  predictProba(X: FeatureMatrix, options: ColumnOptions = {}): Matrix {
    const { fitted, design } = this.rowsNow('predictProba', X, options);
    return toMatrix(runNow(this.definition.probabilities(fitted, design)), fitted);
  }

  /**
   * What `predictProba` gives, in the way of `predictAsync`.
   *
   * @throws as `predictAsync`
   */
  async predictProbaAsync(X: FeatureMatrix, options: PredictOptions = {}): Promise<Matrix> {
    const { fitted, design, resources } = await this.rowsLater('predictProbaAsync', X, options);
    return toMatrix(await runLater(this.definition.probabilities(fitted, design), resources), fitted);
  }

  /**
   * The natural logarithms of `predictProba`, exact also where a probability is rounded to 0.
   *
   * @throws as `predict`
   */
  predictLogProba(X: FeatureMatrix, options: ColumnOptions = {}): Matrix {
    const { fitted, design } = this.rowsNow('predictLogProba', X, options);
    return toMatrix(runNow(this.definition.logProbabilities(fitted, design)), fitted);
  }
}

function toMatrix(values: Float64Array, { seen: { classes } }: Fitted<unknown, unknown>): Matrix {
  return Matrix.from1DArray(values.length / classes.length, classes.length, values);
}

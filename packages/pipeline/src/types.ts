import type {
  AnyClassifier,
  ClassificationProblem,
  AnyEstimator,
  AnyProbabilisticClassifier,
  AnyTransformer,
  Classifier,
  ColumnOptions,
  FitOptions,
  Predicts,
  ProbabilisticClassifier,
  Transformer,
} from '@tenfold/base';
import type { Labels, Matrix, FeatureMatrix } from '@tenfold/linalg';

import type { Values } from './parts.js';

/** A step: its name, which is not empty and has no `__` in it, and a transformer or, at the end, a classifier. */
export type Step = readonly [name: string, estimator: AnyEstimator];

/** The options of a pipeline. */
export interface PipelineOptions<Steps extends readonly Step[]> {
  /** At least one step, each with another name. All but the last are transformers. */
  steps: Steps;
}

type Together<Union> = (Union extends unknown ? (each: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

/** The hyper-parameters of a step by the names that they have in the pipeline. */
type StepParams<Each> = Each extends readonly [infer Name extends string, { getParams(): infer Params }]
  ? { [Own in keyof Params & string as `${Name}__${Own}`]?: Params[Own] }
  : never;

/** The hyper-parameters of all steps, by names such as `scaler__withMean`. */
export type PipelineParams<Steps extends readonly Step[]> = Together<StepParams<Steps[number]>> & object;

/** The estimators of the steps by their names. */
export type NamedSteps<Steps extends readonly Step[]> = {
  readonly [Each in Steps[number] as Each[0]]: Each[1];
};

/** Weights of the rows of steps, by names such as `scaler__sampleWeight`: one for each row, 0 or more. */
export type StepWeights<Steps extends readonly Step[]> = {
  [Each in Steps[number] as `${Each[0]}__sampleWeight`]?: ArrayLike<number> | undefined;
};

/** The estimator of the last step. */
type LastOf<Steps extends readonly Step[]> = Steps extends readonly [...Step[], readonly [string, infer Last]]
  ? Last
  : AnyEstimator;

/** What `fit` reports of the last step's progress. */
type ReportOf<Last> = Last extends {
  definition: { fit: (problem: ClassificationProblem<never, infer Report, never>) => unknown };
}
  ? Report
  : never;

/** The class of a pipeline, by its last step. */
type Kind<Steps extends readonly Step[], Last> = Last extends AnyProbabilisticClassifier
  ? ProbabilisticClassifier<PipelineParams<Steps>, Values, unknown, ReportOf<Last>> &
      FitsLabels<Steps, ReportOf<Last>>
  : Last extends AnyClassifier
    ? Classifier<PipelineParams<Steps>, Values, unknown, ReportOf<Last>> & FitsLabels<Steps, ReportOf<Last>>
    : Last extends AnyTransformer
      ? Transformer<PipelineParams<Steps>, Values, unknown> & FitsRows<Steps>
      : AnyEstimator;

interface FitsLabels<Steps extends readonly Step[], Report> {
  fit<Y extends Labels>(
    X: FeatureMatrix,
    y: Y,
    options?: FitOptions<Report> & StepWeights<Steps>,
  ): Promise<Predicts<Y> & this>;
}

interface FitsRows<Steps extends readonly Step[]> {
  fit(X: FeatureMatrix, options?: FitOptions & StepWeights<Steps>): Promise<this>;
}

/** The scores of the last step, where it has such. */
type Scores<Last> = Last extends { decisionFunction(X: FeatureMatrix, options?: ColumnOptions): Matrix }
  ? Pick<Last, 'decisionFunction'>
  : unknown;

/** The way back, where every step has one. */
type TurnsBack<Steps extends readonly Step[]> = Steps[number][1] extends {
  inverseTransform(X: FeatureMatrix): Matrix;
}
  ? { inverseTransform(X: FeatureMatrix): Matrix }
  : unknown;

/** The members of all pipelines beside those of their kind. */
export interface HasSteps<Steps extends readonly Step[] = readonly Step[]> {
  /**
   * The steps with their names, as copies: fitted when the pipeline is, and with the hyper-parameters that it has now.
   * What is done to them does not change the pipeline.
   */
  readonly steps: Steps;
  /** The same estimators by the names of their steps. */
  readonly namedSteps: NamedSteps<Steps>;
}

/**
 * Transformers, each of which is given what the one before makes, and an estimator behind them: as one estimator, of the kind
 * of the last.
 */
export type Pipeline<Steps extends readonly Step[] = readonly Step[]> = Kind<Steps, LastOf<Steps>> &
  Scores<LastOf<Steps>> &
  TurnsBack<Steps> &
  HasSteps<Steps>;

/** A pipeline of whatever steps. */
export type AnyPipeline = AnyEstimator & HasSteps;

/** The class `Pipeline`. */
export interface PipelineConstructor {
  /**
   * @param options the steps; their estimators are copied and never changed
   * @throws ParameterError when there are none, one has no name or another's, is no estimator, or is no transformer while
   *   it is not the last
   */
  new <const Steps extends readonly Step[]>(options: PipelineOptions<Steps>): Pipeline<Steps>;
  /** The definition that all pipelines share. */
  readonly definition: { readonly name: 'Pipeline'; readonly id: 'pipeline'; readonly summary: string };
  /**
   * The pipeline of a value that `toJSON` made.
   *
   * @param value the value, or anything that claims to be one
   * @param readStep gives the fitted estimator of a step's value: `modelFromJSON` of `@tenfold/models` calls it so
   * @throws ModelFormatError when it is not a pipeline, is of a newer version, or its steps do not fit together
   */
  fromJSON(value: unknown, readStep: (value: unknown) => unknown): AnyPipeline;
}

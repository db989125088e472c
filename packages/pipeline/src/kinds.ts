import {
  type AnyEstimator,
  Classifier,
  type ColumnOptions,
  type Estimator,
  type FitOptions,
  type Fitted,
  type ModelJson,
  type Predicts,
  ProbabilisticClassifier,
  runNow,
  Transformer,
  writeEnvelope,
} from '@tenfold/base';
import type { Labels, Matrix, FeatureMatrix } from '@tenfold/linalg';

import { throughTransformers } from './computations.js';
import {
  classifierDefinition,
  initialValues,
  probabilisticDefinition,
  state,
  transformerDefinition,
  withWarnings,
} from './definition.js';
import { asMatrix, fitSteps } from './fit-steps.js';
import { estimatorsOf, namesOut, type PipelineState } from './fitted.js';
import {
  type AnyClassifierDefinition,
  type AnyProbabilisticDefinition,
  type AnyTransformerDefinition,
  listParts,
  type Parts,
  type Values,
} from './parts.js';
import type { PipelineDefinition } from './pipeline-definition.js';
import { splitOptions } from './step-weights.js';
import type { AnyPipeline } from './types.js';

/** A pipeline of the kind of its last step. */
export function pipelineOf(parts: Parts): AnyPipeline {
  // The type of the steps is the caller's to say.
  const pipeline: unknown = ofKind(parts);
  return pipeline as AnyPipeline;
}

function ofKind(parts: Parts): ClassifierPipeline | ProbabilisticPipeline | TransformerPipeline {
  const { definition } = parts.last;
  if (definition.type === 'transformer')
    return new TransformerPipeline(parts as Parts<AnyTransformerDefinition>);
  return 'probabilities' in definition
    ? new ProbabilisticPipeline(parts as Parts<AnyProbabilisticDefinition>)
    : new ClassifierPipeline(parts as Parts<AnyClassifierDefinition>);
}

// A mixin's constructor must take any arguments.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Constructor<Instance> = abstract new (...args: any[]) => Instance;

/** The members of all pipelines. */
function withSteps<Base extends Constructor<Estimator<Values, Values, PipelineState>>>(Base: Base) {
  abstract class WithSteps extends Base {
    get parts(): Parts {
      return (this.definition as typeof this.definition & PipelineDefinition).parts;
    }

    get steps(): readonly (readonly [string, AnyEstimator])[] {
      const fitted = this.isFitted ? this.getFitted() : undefined;
      return withNames(this.parts, estimatorsOf(this.parts, this.params, fitted));
    }

    get namedSteps(): Readonly<Record<string, AnyEstimator>> {
      return Object.fromEntries(this.steps);
    }

    override clone(): this {
      const copy = pipelineOf(this.parts) as unknown as this;
      return copy.setParams(this.params);
    }

    override toJSON(): ModelJson {
      const fitted = this.need('toJSON');
      const { name } = this.definition;
      const fittedSteps = withNames(this.parts, estimatorsOf(this.parts, fitted.settings, fitted));
      const steps = fittedSteps.map(([step, model]) => ({ name: step, model: model.toJSON() }));
      const estimator = { name, version: state.version, params: {}, steps };
      return writeEnvelope(estimator, fitted.seen, state.write(fitted.state), this.provenance);
    }
  }
  return WithSteps;
}

function withNames(parts: Parts, estimators: readonly AnyEstimator[]): (readonly [string, AnyEstimator])[] {
  return listParts(parts).map(({ name }, at) => [name, estimators[at]] as const);
}

interface HasScores {
  decisionFunction(X: FeatureMatrix): Matrix;
}

/** The members of pipelines that end with a classifier. */
function withLabels<Base extends Constructor<Classifier<Values, Values, PipelineState, unknown>>>(
  Base: Base,
) {
  abstract class WithLabels extends withSteps(Base) {
    /** Gives it the scores of its last step, where that has such. */
    protected offerScores(): void {
      if (!('decisionFunction' in this.parts.last.estimator)) return;
      const value = (X: FeatureMatrix, options: ColumnOptions = {}): Matrix => this.lastScores(X, options);
      Object.defineProperty(this, 'decisionFunction', { value });
    }

    override async fit<Y extends Labels>(
      X: FeatureMatrix,
      y: Y,
      options: FitOptions<unknown> = {},
    ): Promise<Predicts<Y> & this> {
      const { own, weights } = splitOptions(this.parts, options);
      await this.learn(X, y, own, async (problem) =>
        withWarnings(await fitSteps(this.parts, problem, weights)),
      );
      return this as unknown as Predicts<Y> & this;
    }

    private lastScores(X: FeatureMatrix, options: ColumnOptions): Matrix {
      const { fitted, design } = this.rowsNow('decisionFunction', X, options);
      const last = estimatorsOf(this.parts, fitted.settings, fitted).at(-1) as unknown as HasScores;
      return last.decisionFunction(asMatrix(runNow(throughTransformers(this.parts, fitted, design))));
    }
  }
  return WithLabels;
}

/** A pipeline that ends with a classifier without probabilities. */
class ClassifierPipeline extends withLabels(Classifier<Values, Values, PipelineState, unknown>) {
  constructor(parts: Parts<AnyClassifierDefinition>) {
    super(classifierDefinition(parts), initialValues(parts));
    this.offerScores();
  }
}

/** A pipeline that ends with a classifier with probabilities. */
class ProbabilisticPipeline extends withLabels(
  ProbabilisticClassifier<Values, Values, PipelineState, unknown>,
) {
  constructor(parts: Parts<AnyProbabilisticDefinition>) {
    super(probabilisticDefinition(parts), initialValues(parts));
    this.offerScores();
  }
}

/** A pipeline of transformers alone. */
class TransformerPipeline extends withSteps(Transformer<Values, Values, PipelineState>) {
  constructor(parts: Parts<AnyTransformerDefinition>) {
    super(transformerDefinition(parts), initialValues(parts));
    if (this.definition.inverseTransform !== undefined) {
      Object.defineProperty(this, 'inverseTransform', { value: (X: FeatureMatrix) => this.turnBack(X) });
    }
  }

  override getFeatureNamesOut(): readonly string[] {
    return namesOut(this.parts, this.need('getFeatureNamesOut'));
  }

  protected override learn(X: FeatureMatrix, options: FitOptions): Promise<Fitted<Values, PipelineState>> {
    const { own, weights } = splitOptions(this.parts, options);
    return super.learn(X, own, (problem) => fitSteps(this.parts, problem, weights));
  }
}

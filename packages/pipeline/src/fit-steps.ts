import {
  type ClassificationProblem,
  type FitResult,
  runLater,
  type TransformationProblem,
} from '@tenfold/base';
import { ParameterError } from '@tenfold/core';
import {
  ByteMatrix,
  CsrMatrix,
  type DesignMatrix,
  DoubleMatrix,
  type FeatureMatrix,
  toDesignMatrixAsync,
} from '@tenfold/linalg';

import { transformed } from './computations.js';
import { type AnyFittedPipeline, fittedAt, type PipelineState, type StepState } from './fitted.js';
import { isPipelineDefinition } from './pipeline-definition.js';
import { type AnyFitted, listParts, type Part, type Parts, settingsOf, type Values } from './parts.js';
import { weightsFor } from './step-weights.js';

/** Rows to fit a pipeline to, with labels when its last step wants such. */
export type PipelineProblem =
  TransformationProblem<Values> | ClassificationProblem<Values, unknown, PipelineState>;

/** The weights of a part's rows, and of its own steps'. */
type PartWeights = ReturnType<typeof weightsFor>;

/**
 * Fits the steps, one after the other, each to the rows that those before give.
 *
 * @param parts the steps
 * @param problem the rows and labels; its weights are those of the last step's rows
 * @param weights weights of the rows of steps by the names of their options
 * @throws ParameterError, ShapeError on weights; what a step throws. Rejects with the signal's reason when cancelled
 */
export async function fitSteps(
  parts: Parts,
  problem: PipelineProblem,
  weights: Values,
): Promise<PipelineState> {
  const { signal, rows, sampleWeight } = problem;
  const own = listParts(parts).map((part) => weightsFor(part, weights, rows));
  const atLast = own[own.length - 1];
  if (sampleWeight !== undefined && atLast.own !== undefined) {
    const option = `${parts.last.name}__sampleWeight`;
    throw new ParameterError(
      'Pipeline.fit',
      option,
      'left out beside sampleWeight, which is the same',
      atLast.own,
    );
  }
  const steps: StepState[] = [];
  let { X, columns } = problem;
  if (parts.transformers.length > 0) {
    // A copy: X is the caller's again when this has been called.
    let design = await toDesignMatrixAsync(X, { owner: 'Pipeline', storage: 'dense', signal });
    for (const [at, part] of parts.transformers.entries()) {
      const shown = { ...problem, X: asMatrix(design), columns: design.columns, previous: undefined };
      const step = await fitPart(part, shown, own[at]);
      signal?.throwIfAborted();
      steps.push(step);
      const fitted = { ...step, seen: { ...NOTHING_SEEN, nFeatures: step.nFeatures } };
      design = await runLater(transformed(part, fitted, design), problem);
    }
    X = asMatrix(design);
    columns = design.columns;
  }
  const previous = 'previous' in problem ? lastOf(problem.previous) : undefined;
  const atEnd = { ...problem, X, columns, previous };
  steps.push(await fitPart(parts.last, atEnd, { ...atLast, own: atLast.own ?? sampleWeight }));
  signal?.throwIfAborted();
  return { steps };
}

/** What the last step of a pipeline has learned. */
function lastOf(pipeline: AnyFittedPipeline | undefined): AnyFitted | undefined {
  return pipeline && fittedAt(pipeline, pipeline.state.steps.length - 1);
}

const NOTHING_SEEN = { featureNames: undefined, classes: [], labelKind: 'array' } as const;

async function fitPart(part: Part, problem: PipelineProblem, weights: PartWeights): Promise<StepState> {
  const { definition } = part;
  const settings = settingsOf(part, problem.settings);
  const nFeatures = problem.columns;
  const own = { ...problem, settings, sampleWeight: weights.own };
  if (isPipelineDefinition(definition)) {
    const state = await fitSteps(definition.parts, own, weights.inner);
    const { warnings } = state.steps[state.steps.length - 1];
    return { settings, nFeatures, state, warnings };
  }
  if (definition.type === 'transformer') {
    return { settings, nFeatures, state: await definition.fit(own), warnings: [] };
  }
  const result: FitResult<unknown> = await definition.fit(own as ClassificationProblem<Values, unknown>);
  return { settings, nFeatures, state: result.state, warnings: result.warnings ?? [] };
}

/** Rows as a matrix, without a copy. */
export function asMatrix(design: DesignMatrix): FeatureMatrix {
  const { rows, columns } = design;
  if (design.kind === 'csr') return new CsrMatrix(rows, columns, design);
  const { data } = design;
  return data instanceof Uint8Array
    ? new ByteMatrix(rows, columns, data)
    : new DoubleMatrix(rows, columns, data);
}

import type { AnyDefinition } from '../estimator/definition.js';
import type { EstimatorClass } from '../estimator/estimator.js';
import type { AnyClassifier, AnyEstimator, AnyTransformer } from '../estimator/kinds.js';
import type { EstimatorCheck } from './check.js';
import { classifierChecks } from './classifier-checks.js';
import { commonChecks } from './common-checks.js';
import { parameterChecks } from './parameter-checks.js';
import { classifierSubject, transformerSubject } from './subject.js';
import { transformerChecks } from './transformer-checks.js';
import { viewChecks } from './view-checks.js';

/** How an estimator is checked. */
export interface CheckOptions {
  /** Hyper-parameters that fits of small data are made with. Default: those with which solvers stop late. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/**
 * All that must hold of an estimator, one check each, for a test to run: its parameters and their bounds, kinds of labels,
 * files, bad input, weights, threads, cancelling, names of columns.
 *
 * @param type the class, such as `LogisticRegression`
 * @param options see `CheckOptions`
 */
export function estimatorChecks(
  type: EstimatorClass<AnyEstimator>,
  options: CheckOptions = {},
): EstimatorCheck[] {
  const params = options.options ?? tightParams(type.definition);
  return [...parameterChecks(type), ...fitChecks(type, params)];
}

/** The checks of what its kind of estimator does. */
function fitChecks(
  type: EstimatorClass<AnyEstimator>,
  params: Readonly<Record<string, unknown>>,
): EstimatorCheck[] {
  const { type: kind } = type.definition as { type?: string };
  if (kind === 'classifier') {
    const subject = classifierSubject(type as unknown as EstimatorClass<AnyClassifier>, params);
    return [...commonChecks(subject), ...classifierChecks(subject), ...viewChecks(subject)];
  }
  if (kind === 'transformer') {
    const subject = transformerSubject(type as unknown as EstimatorClass<AnyTransformer>, params);
    return [...commonChecks(subject), ...transformerChecks(subject)];
  }
  return [];
}

/**
 * Runs all `estimatorChecks` of an estimator, one after the other.
 *
 * @throws EstimatorCheckError on the first that does not hold
 */
export async function checkEstimator(
  type: EstimatorClass<AnyEstimator>,
  options: CheckOptions = {},
): Promise<void> {
  for (const check of estimatorChecks(type, options)) await check.run();
}

/** Parameters with which an iterative solver comes so near to its optimum that answers can be compared. */
function tightParams({ params }: AnyDefinition): Record<string, unknown> {
  const wanted = { tol: 1e-10, maxIter: 10_000 };
  return Object.fromEntries(Object.entries(wanted).filter(([name]) => Object.hasOwn(params as object, name)));
}

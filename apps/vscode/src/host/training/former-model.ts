import type { EstimatorRequest } from '../../model/estimators.js';

/** The part of a job that names the classifier and its hyper-parameters. */
export interface FitRequest {
  readonly estimator: EstimatorRequest;
  readonly threads?: number;
}

/**
 * What was meant by `model` when there was one classifier: hyper-parameters of the first one, with the number of threads
 * among them.
 */
export function formerModel({ threads, ...params }: Readonly<Record<string, unknown>>): FitRequest {
  return { estimator: { params }, ...(typeof threads === 'number' && { threads }) };
}

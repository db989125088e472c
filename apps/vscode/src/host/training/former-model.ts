import type { EstimatorRequest } from '../../model/estimators.js';

/** What a job says of the classifier and of how it is fitted. */
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

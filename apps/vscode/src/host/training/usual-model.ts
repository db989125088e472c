import type { TrainingJob } from '../../protocol/training.js';
import type { DatasetRef } from '../../protocol/values.js';

/** The estimator's own default. */
const MAX_ITER = 100;

/** Of MNIST so many preconditioned iterations reach a lower loss than 100 of scikit-learn's, in a second or two. */
const MNIST_MAX_ITER = 20;

/** How many iterations are usual for a data set. */
export function usualMaxIter(dataset: DatasetRef | undefined): number {
  return dataset?.kind === 'mnist' ? MNIST_MAX_ITER : MAX_ITER;
}

/** A job with what is usual where it says nothing. */
export function withUsualModel(job: TrainingJob): TrainingJob {
  const isPlain = job.dataset.kind === 'mnist' && Object.keys(job.model).length === 0;
  return isPlain ? { ...job, model: { maxIter: MNIST_MAX_ITER } } : job;
}

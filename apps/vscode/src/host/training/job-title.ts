import { estimatorTitle } from '../../model/estimators.js';
import type { TrainingJob } from '../../protocol/training.js';
import type { DatasetRef } from '../../protocol/values.js';

/** A data set's name, as a person would call it. */
export function datasetTitle(dataset: DatasetRef): string {
  if (dataset.kind === 'digits') return 'digits';
  if (dataset.kind === 'mnist') return dataset.order === 'original' ? 'MNIST' : 'MNIST (mldata order)';
  return fileTitle(dataset.file);
}

/** What is trained on what: "lbfgs on digits". */
export function jobTitle({ dataset, estimator }: Pick<TrainingJob, 'dataset' | 'estimator'>): string {
  return `${estimatorTitle(estimator)} on ${datasetTitle(dataset)}`;
}

function fileTitle(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

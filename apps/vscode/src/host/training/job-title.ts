import type { TrainingJob } from '../../protocol/training.js';
import type { DatasetRef } from '../../protocol/values.js';

/** A data set's name, as a person would call it. */
export function datasetTitle(dataset: DatasetRef): string {
  if (dataset.kind === 'digits') return 'digits';
  if (dataset.kind === 'mnist') return dataset.order === 'original' ? 'MNIST' : 'MNIST (mldata order)';
  return fileTitle(dataset.file);
}

/** What is trained on what: "lbfgs on digits". */
export function jobTitle({ dataset, model }: Pick<TrainingJob, 'dataset' | 'model'>): string {
  const { solver = 'lbfgs', multiClass = 'auto' } = model;
  const way = multiClass === 'auto' ? String(solver) : `${String(solver)} (${String(multiClass)})`;
  return `${way} on ${datasetTitle(dataset)}`;
}

function fileTitle(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

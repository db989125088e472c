import type { AnyClassifier } from '@tenfold/base';
import { InputError } from '@tenfold/core';

import type { LoadedDataset } from './datasets/loaded-dataset.js';

/** A data set is not the one that a model was trained on: which rows it was tested on cannot be said. */
export class ChangedDatasetError extends InputError {
  /**
   * @param dataset its name
   */
  constructor(readonly dataset: string) {
    super(`${dataset} is not what the model was trained on: it has changed since`);
  }
}

/**
 * Makes sure that a data set is the one that a model was trained on, by the checksum that the model keeps; one without is
 * believed.
 *
 * @throws ChangedDatasetError when it is another
 */
export function checkOwnDataset({ provenance }: AnyClassifier, loaded: LoadedDataset): void {
  const { name, checksum } = loaded.dataset;
  const own = provenance?.checksum;
  if (typeof own === 'string' && own !== checksum) throw new ChangedDatasetError(name);
}

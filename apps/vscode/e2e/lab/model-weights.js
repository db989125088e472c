import { readFile } from 'node:fs/promises';

import { mnistFromFiles } from '@tenfold/datasets';
import { LogisticRegression } from '@tenfold/estimators';
import { toRunDataset, trainOn } from '@tenfold/runs';

import { mnistFile } from '../files/mnist.js';
import { importSource } from './bundle.js';

/** MNIST as the extension's worker reads it. */
export async function loadMnist() {
  const [trainImages, trainLabels, testImages, testLabels] = await Promise.all(
    ['train-images-idx3', 'train-labels-idx1', 't10k-images-idx3', 't10k-labels-idx1'].map((name) =>
      readFile(mnistFile(`${name}-ubyte.gz`)),
    ),
  );
  return toRunDataset(await mnistFromFiles({ trainImages, trainLabels, testImages, testLabels }));
}

/** A real model of MNIST: 60,000 images, 30 iterations. */
export async function mnistModel(options = { maxIter: 30 }) {
  const dataset = await loadMnist();
  const split = { testSize: 10000, randomState: 0 };
  const { model, result } = await trainOn(dataset, { split, model: options });
  return { model, result };
}

/** What the host sends of a model to its webviews. */
export async function weightsOf(model, name) {
  const { modelWeights } = await importSource('src/host/editors/model/model-weights.ts');
  return modelWeights(model, name);
}

/** The model of a text. */
export function readModel(text) {
  return LogisticRegression.fromJSON(JSON.parse(text));
}

import { readFile } from 'node:fs/promises';

import { mnistFromFiles } from '@tenfold/datasets';
import { toRunDataset, trainOn } from '@tenfold/runs';

import { mnistFile } from '../files/mnist.js';
import { importSource } from '../../scripts/import-source.js';

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
export async function mnistModel(params = { maxIter: 30 }) {
  const dataset = await loadMnist();
  const split = { testSize: 10000, randomState: 0 };
  const { model, result } = await trainOn(dataset, {
    split,
    estimator: { name: 'logistic-regression', params },
  });
  return { model, result };
}

/** What the host sends of a model to its webviews: its form, with its weights where it has such. */
export async function shownModel(model, name) {
  const { modelForm, modelWeights } = await importSource('src/host/models/model-form.ts');
  const form = modelForm(model, name);
  return modelWeights(model, form) ?? form;
}

/** The model of a text. */
export async function readModel(text) {
  const { Models } = await importSource('src/worker/models.ts');
  return new Models().read(text);
}

/** What a model says of one image: all classes. */
export async function say(model, image) {
  const { predictValues } = await importSource('src/worker/predict.ts');
  const { top, probabilities } = await predictValues(
    model,
    { values: image, count: 1 },
    new globalThis.AbortController().signal,
  );
  return { top, probabilities };
}

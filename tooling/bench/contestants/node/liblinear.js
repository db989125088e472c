import { LogisticRegression } from '@tenfold/linear-model';

import { mnist } from './mnist.js';

/** LIBLINEAR's one-vs-rest on MNIST's raw pixels, with its default tolerance. */
export async function prepare({ mnistFolder, rows }) {
  const { images, labels, testImages, testLabels } = await mnist(mnistFolder, rows);
  return {
    run: () => new LogisticRegression({ solver: 'liblinear' }).fit(images, labels),
    after: (model) => ({
      objective: model.objective,
      accuracy: model.score(testImages, testLabels),
      iterations: model.nIter,
    }),
  };
}

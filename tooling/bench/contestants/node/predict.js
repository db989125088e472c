import { LogisticRegression } from '@tenfold/linear-model';

import { mnist } from './mnist.js';

/** The labels of 10,000 images, from bytes. */
export async function prepare({ mnistFolder }) {
  const { images, labels, testImages, testLabels } = await mnist(mnistFolder, 10_000);
  const model = await new LogisticRegression({ maxIter: 20 }).fit(images, labels);
  return {
    run: () => model.predictAsync(testImages),
    after: (predictions) => ({
      accuracy:
        testLabels.reduce((right, label, i) => right + (label === predictions[i] ? 1 : 0), 0) /
        testLabels.length,
    }),
  };
}

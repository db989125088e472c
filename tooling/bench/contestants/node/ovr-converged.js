import { LogisticRegression } from '@tenfold/linear-model';

import { mnist } from './mnist.js';

/**
 * Each class of MNIST's pixels / 255 against the rest, by lbfgs, until the mean loss with its penalty of each class is at or
 * below its objective: a class that is there stops, and the others go on. Dividing pixels by 255 is the same as dividing C
 * by 255².
 */
export async function prepare({ mnistFolder, rows, objectives }) {
  const { images, labels } = await mnist(mnistFolder, rows);
  const C = 1 / 255 ** 2;
  const options = { multiClass: 'ovr', C, tol: 1e-12, maxIter: 20_000 };
  const onIteration = ({ problem, figures }) => figures.loss > objectives[problem];
  return {
    run: () => new LogisticRegression(options).fit(images, labels, { onIteration }),
    after: (model) => ({
      objective: model.objective / (C * rows),
      iterations: model.nIter.reduce((most, count) => Math.max(most, count), 0),
    }),
  };
}

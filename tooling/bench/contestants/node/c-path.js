import { LogisticRegression } from '@tenfold/linear-model';

import { mnist } from './mnist.js';

/**
 * One fit after the other on MNIST's pixels / 255, each beginning where the one before ended, until the mean loss with its
 * penalty is at or below the objective of its C. Dividing pixels by 255 is the same as dividing C by 255².
 */
export async function prepare({ mnistFolder, rows, path }) {
  const { images, labels } = await mnist(mnistFolder, rows);
  const run = async () => {
    const model = new LogisticRegression({ warmStart: true, tol: 1e-12, maxIter: 20_000 });
    let iterations = 0;
    for (const { C, objective } of path) {
      model.setParams({ C: C / 255 ** 2 });
      await model.fit(images, labels, { onIteration: ({ figures }) => figures.loss > objective });
      iterations += model.nIter[0];
    }
    return { model, iterations };
  };
  const last = path.at(-1).C / 255 ** 2;
  return {
    run,
    after: ({ model, iterations }) => ({ objective: model.objective / (last * rows), iterations }),
  };
}

import { LogisticRegression } from '@tenfold/linear-model';

import { mnist } from './mnist.js';

/**
 * A fit on MNIST, from bytes. With `scaled` it is the problem of pixels / 255: dividing the features by 255 is the same
 * as dividing C by 255². With `objective` (the mean loss with its penalty) it is a fit of just as many iterations as it
 * takes to get there, which are counted beforehand.
 */
export async function prepare({ mnistFolder, rows, scaled = false, objective, maxIter = 100, tol = 1e-4 }) {
  const { images, labels } = await mnist(mnistFolder, rows);
  const options = { C: scaled ? 1 / 255 ** 2 : 1, tol: objective === undefined ? tol : 1e-12 };
  const iterations = objective === undefined ? maxIter : await count(options, images, labels, objective);
  return {
    extras: { iterations },
    run: () => new LogisticRegression({ ...options, maxIter: iterations }).fit(images, labels),
    after: (model) => ({
      objective: model.objective / (options.C * rows),
      iterations: model.nIter[0],
    }),
  };
}

/** How many iterations a fit takes until its objective is at or below another. */
export async function count(options, images, labels, objective) {
  const found = new Error('found');
  let iterations;
  const onIteration = ({ iteration, figures }) => {
    if (figures.loss > objective) return;
    iterations = iteration;
    throw found;
  };
  try {
    await new LogisticRegression({ ...options, maxIter: 20_000 }).fit(images, labels, { onIteration });
  } catch (error) {
    if (error !== found) throw error;
  }
  if (iterations === undefined) throw new Error(`the objective ${objective} was not reached`);
  return iterations;
}

import { LogisticRegression } from '@tenfold/linear-model';

import { mnist } from './mnist.js';

/** Most iterations of a fit that stops by itself when it has got where it is to get. */
const NO_LIMIT = 20_000;

/**
 * A fit on MNIST, from bytes. With `scaled` it is the problem of pixels / 255: dividing the features by 255 is the same
 * as dividing C by 255². With `objective` (the mean loss with its penalty) it stops after just as many iterations as it
 * takes to get there, which are counted beforehand.
 */
export async function prepare({ mnistFolder, rows, scaled = false, objective, maxIter = 100, tol = 1e-4 }) {
  const { images, labels } = await mnist(mnistFolder, rows);
  const C = scaled ? 1 / 255 ** 2 : 1;
  const fit = objective === undefined ? { C, tol, maxIter } : { C, tol: 1e-12, maxIter: NO_LIMIT };
  const iterations = objective === undefined ? maxIter : await count(fit, images, labels, objective);
  const onIteration = ({ iteration }) => iteration < iterations;
  return {
    extras: { iterations },
    run: () => new LogisticRegression(fit).fit(images, labels, { onIteration }),
    after: (model) => ({
      objective: model.objective / (C * rows),
      iterations: model.nIter[0],
    }),
  };
}

/**
 * How many iterations a fit takes until its objective is at or below another. By `maxIter` a preconditioner is planned: the fit
 * that is timed has the same.
 */
export async function count(options, images, labels, objective) {
  const found = new Error('found');
  let iterations;
  const onIteration = ({ iteration, figures }) => {
    if (figures.loss > objective) return;
    iterations = iteration;
    throw found;
  };
  try {
    await new LogisticRegression({ maxIter: NO_LIMIT, ...options }).fit(images, labels, { onIteration });
  } catch (error) {
    if (error !== found) throw error;
  }
  if (iterations === undefined) throw new Error(`the objective ${objective} was not reached`);
  return iterations;
}

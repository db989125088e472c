import { LogisticRegression } from '@tenfold/linear-model';

import { generated } from './generated.js';

/** Twenty iterations on generated rows. */
export function prepare({ rows, columns, density }) {
  const { images, labels } = generated(rows, columns, density);
  const options = { C: 1 / 255 ** 2, maxIter: 20, tol: 1e-12 };
  return {
    run: () => new LogisticRegression(options).fit(images, labels),
    after: (model) => ({ objective: model.objective / (options.C * rows), iterations: model.nIter[0] }),
  };
}

import { LogisticRegression } from '@tenfold/linear-model';

import { count } from './fit.js';
import { table, texts } from './generated-rows.js';

const kinds = { texts, table };

/**
 * A fit with default hyper-parameters on generated rows, of a kind: of just as many iterations as it takes to the objective (the
 * mean loss with its penalty), which are counted beforehand.
 */
export async function prepare({ kind, sizes, objective }) {
  const { X, y } = kinds[kind](sizes);
  const iterations = objective === undefined ? 100 : await count({ tol: 1e-12 }, X, y, objective);
  // With the same maxIter as when it was counted: by it the preconditioner is planned.
  const model = () => new LogisticRegression({ tol: 1e-12, maxIter: 20_000 });
  const onIteration = ({ iteration }) => iteration < iterations;
  return {
    run: () => model().fit(X, y, { onIteration }),
    after: (model) => ({ objective: model.objective / y.length, iterations: model.nIter[0] }),
  };
}

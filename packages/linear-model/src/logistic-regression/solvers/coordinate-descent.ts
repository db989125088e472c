import { trainElasticNet, trainMultinomialElasticNet } from '@tenfold/solvers';

import { byTraining } from './by-training.js';
import type { MultinomialSolver } from './solver.js';

/** Newton steps by coordinate descent in working sets, for penalties with L1. They know no preconditioner. */
export const coordinateDescent: MultinomialSolver = byTraining({
  binary(options, l1) {
    const { design, targets, weights, fitIntercept, tol, maxIter, backend, signal } = options;
    const problems = options.problems.map((problem, k) => ({ ...problem, l1: l1[k] }));
    const rows = { design, targets, weights, backend, signal };
    return trainElasticNet({ ...rows, problems, fitIntercept, tol, maxIter });
  },
  multinomial(options, l1) {
    const { design, targets, classes, weights, l2, fitIntercept, backend, signal } = options;
    const { tol, maxIter, initial, onIteration } = options;
    const problem = { design, targets, classes, weights, l2, fitIntercept, backend, signal };
    return trainMultinomialElasticNet({ ...problem, l1, tol, maxIter, initial, onIteration });
  },
});

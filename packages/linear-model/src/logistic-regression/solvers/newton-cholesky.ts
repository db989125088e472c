import { newtonCholeskyBinary, newtonCholeskyMultinomial } from '@tenfold/solvers';

import { byTraining } from './by-training.js';
import type { LogisticSolver } from './solver.js';

/** Newton's own steps. */
export const newtonCholesky: LogisticSolver = byTraining({
  binary: newtonCholeskyBinary,
  multinomial: newtonCholeskyMultinomial,
});

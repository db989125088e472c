import { newtonCgBinary, newtonCgMultinomial } from '@tenfold/solvers';

import { byTraining } from './by-training.js';
import type { LogisticSolver } from './solver.js';

/** Truncated Newton steps. */
export const newtonCg: LogisticSolver = byTraining({
  binary: newtonCgBinary,
  multinomial: newtonCgMultinomial,
});

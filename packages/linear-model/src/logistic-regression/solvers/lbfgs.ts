import { trainBinary, trainMultinomial } from '@tenfold/solvers';

import { byTraining } from './by-training.js';
import type { MultinomialSolver } from './solver.js';

/** Limited-memory BFGS. */
export const lbfgs: MultinomialSolver = byTraining({ binary: trainBinary, multinomial: trainMultinomial });

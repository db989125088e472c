import { trainBinary, trainMultinomial } from '@tenfold/solvers';

import { byTraining } from './by-training.js';
import type { LogisticSolver } from './solver.js';

/** Limited-memory BFGS. */
export const lbfgs: LogisticSolver = byTraining({ binary: trainBinary, multinomial: trainMultinomial });

import { checkNames } from '@tenfold/core';
import type { Preconditioner } from '@tenfold/linalg';

import {
  BINARY_NAMES,
  binaryLogisticObjective,
  type BinaryLogisticProblem,
} from '../objectives/binary-logistic-objective.js';
import type { SolverResult } from '../types.js';
import { type LbfgsTraining, preconditionedLbfgs, TRAINING_NAMES } from './preconditioned.js';

/** What `trainBinary` takes. */
export interface BinaryTraining extends BinaryLogisticProblem, LbfgsTraining {
  /** The rows' factored Gram matrix (`gramPreconditioner`), which one-vs-rest problems share. Default none. */
  preconditioner?: Preconditioner | undefined;
}

const NAMES = [...BINARY_NAMES, ...TRAINING_NAMES, 'preconditioner'] as const;

/**
 * Minimises a binary logistic objective by L-BFGS from zero.
 *
 * @throws ParameterError when an option is unknown or out of range
 */
export function trainBinary(options: BinaryTraining): Promise<SolverResult> {
  checkNames('trainBinary', options, NAMES);
  const { tol, maxIter, onIteration, preconditioner, ...problem } = options;
  const objective = binaryLogisticObjective(problem);
  const rows = { ...problem, classes: 1 };
  return preconditionedLbfgs(objective, rows, { tol, maxIter, onIteration }, { preconditioner });
}

export type { IterationReport, Objective, OnIteration, SecondOrderObjective, SolverResult } from './types.js';
export { lbfgs } from './lbfgs.js';
export type { LbfgsOptions, PreconditionRefresh } from './lbfgs-options.js';
export {
  binaryLogisticObjective,
  type BinaryLogisticProblem,
} from './objectives/binary-logistic-objective.js';
export { multinomialObjective, type MultinomialProblem } from './objectives/multinomial-objective.js';
export { type ClassBlocksTask, classPreconditioner } from './class-preconditioner.js';
export { type GramProblem, gramPreconditioner } from './gram-preconditioner.js';
export {
  PRECONDITION_ABOVE,
  type LiblinearOptions,
  type LiblinearPreconditioner,
} from './liblinear/options.js';
export type { BinaryKernel, SharedRows } from './one-vs-rest/binary-kernel.js';
export { solveTogether } from './one-vs-rest/solve-together.js';
export { trainLiblinear } from './liblinear/train-liblinear.js';

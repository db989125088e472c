export type { IterationReport, Objective, OnIteration, SecondOrderObjective, SolverResult } from './types.js';
export { lbfgs } from './lbfgs.js';
export type { LbfgsOptions } from './lbfgs-options.js';
export {
  binaryLogisticObjective,
  type BinaryLogisticProblem,
} from './objectives/binary-logistic-objective.js';
export { multinomialObjective, type MultinomialProblem } from './objectives/multinomial-objective.js';
export { PRECONDITION_ABOVE, type LiblinearOptions, type Preconditioner } from './liblinear/options.js';
export { trainLiblinear } from './liblinear/train-liblinear.js';

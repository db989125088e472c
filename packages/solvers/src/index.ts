export type { IterationReport, Objective, OnIteration, SolverResult } from './types.js';
export {
  type ElasticNetOptions,
  type ElasticNetTask,
  trainElasticNet,
} from './elastic-net/train-elastic-net.js';
export {
  type MultinomialElasticNetOptions,
  trainMultinomialElasticNet,
} from './elastic-net/train-multinomial-elastic-net.js';
export type { ElasticStrengths, ElasticTraining } from './elastic-net/options.js';
export { lbfgs, type LbfgsResult } from './lbfgs/lbfgs.js';
export type { LbfgsOptions, LbfgsProgress, PreconditionRefresh } from './lbfgs/options.js';
export type { LbfgsTraining } from './lbfgs/preconditioned.js';
export { type BinaryTask, type BinaryTraining, trainBinary } from './lbfgs/train-binary.js';
export { type MultinomialTraining, trainMultinomial } from './lbfgs/train-multinomial.js';
export {
  PRECONDITION_ABOVE,
  type LiblinearOptions,
  type LiblinearPreconditioner,
} from './liblinear/options.js';
export { trainLiblinear } from './liblinear/train-liblinear.js';
export { newtonCgBinary, newtonCgMultinomial } from './newton-cg/newton-cg.js';
export { newtonCholeskyBinary, newtonCholeskyMultinomial } from './newton-cholesky/newton-cholesky.js';
export { HessianMemoryError } from './hessians/errors.js';
export type { BinaryKernel, SharedRows } from './losses/binary-kernel.js';
export { solveTogether } from './losses/solve-together.js';
export {
  binaryLogisticObjective,
  type BinaryLogisticProblem,
} from './objectives/binary-logistic-objective.js';
export { multinomialObjective, type MultinomialProblem } from './objectives/multinomial-objective.js';
export { type ClassBlocksTask, classPreconditioner } from './preconditioners/class-blocks.js';
export { type GramProblem, gramPreconditioner } from './preconditioners/gram.js';
export type {
  BinarySagaTask,
  BinarySagaTraining,
  MultinomialSagaTraining,
  SagaTraining,
} from './saga/options.js';
export { trainBinarySaga, trainMultinomialSaga } from './saga/train-saga.js';

export { AbstractMatrix, Matrix } from 'ml-matrix';
export {
  parameterCount,
  type AverageGradientRun,
  type AverageGradientTask,
  type AverageGradientWalk,
  type Backend,
  type CurvatureTask,
  type FactoredHessian,
  type FactorOperations,
  type HessianTask,
  type LinearScores,
  type LogisticOperations,
  type MultinomialCurvatureTask,
  type MultinomialLogisticTask,
  type OneVsRest,
  type OneVsRestOutput,
  type OneVsRestTask,
  type Precision,
  type Preconditioner,
  type PreconditionTask,
  type RowOperations,
  type RowTask,
  type ScoresTask,
  type StochasticOperations,
} from './backend.js';
export { cholesky } from './blas/cholesky.js';
export { NotPositiveDefiniteError, SingularMatrixError } from './blas/errors.js';
export type { BlasMatrix, BlasVector, FlatMatrix, FloatMatrix } from './blas/flat-matrix.js';
export { gemm, type GemmOptions } from './blas/gemm.js';
export { gemv, type GemvOptions, ger, type GerOptions } from './blas/gemv.js';
export { axpy, dot, nrm2 } from './blas/level-one.js';
export { mmul, mmulTranspose, transposeMmul } from './blas/mmul.js';
export type { RunOptions } from './blas/options.js';
export { type DistanceOptions, pairwiseDistances } from './blas/pairwise-distances.js';
export { solve, type SolveOptions } from './blas/solve.js';
export { gram, syrk, type SyrkOptions } from './blas/syrk.js';
export { trsm, type TrsmOptions } from './blas/trsm.js';
export { ByteMatrix } from './byte-matrix.js';
export { CsrMatrix, isCsrMatrix } from './csr/csr-matrix.js';
export type { CsrIndices, CsrParts, CsrValues, Triplets } from './csr/csr-parts.js';
export { columnOf, setColumn } from './class-columns.js';
export type { CsrDesign, DenseDesign, DesignMatrix } from './design-matrix.js';
export { largest, smallest } from './extremes.js';
export { DoubleMatrix, isDoubleMatrix } from './double-matrix.js';
export { ColumnIndexError, MemoryLimitError, ThreadLostError } from './errors.js';
export { createKernelBackend, kernelBackend, type KernelOptions } from './kernels/create.js';
export type { KernelBackend } from './kernels/kernel-backend.js';
export { findLabelFault, type LabelFault, type LabelRules, type LabelType } from './label-faults.js';
export { classPositions, compareLabels, type Label, type LabelArray, type Labels } from './labels.js';
export { isList } from './list.js';
export type { FeatureMatrix } from './feature-matrix.js';
export { isByteMatrix, type MatrixLike, type NumberRow } from './matrix-like.js';
export { type CellReader, matrixRows, type MatrixRules } from './open-matrix.js';
export type { NumberArray } from './number-array.js';
export { referenceBackend } from './reference/reference-backend.js';
export { addScaledRow, rowDot } from './reference/rows.js';
export { computeScores } from './reference/score-rows.js';
export { type BinaryRows, oneVsRestRows } from './one-vs-rest-rows.js';
export { storedValues } from './stored-values.js';
export { log1pExp, logSumExp, sigmoid } from './stable-math.js';
export { matrixShape, takeColumns } from './take-columns.js';
export {
  SPARSE_UP_TO_DENSITY,
  toDesignMatrix,
  toDesignMatrixAsync,
  type DesignOptions,
} from './to-design-matrix.js';
export { WORK_PER_TURN, workMeter, WorkMeter } from './work-meter.js';

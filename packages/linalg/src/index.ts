export { AbstractMatrix, Matrix } from 'ml-matrix';
export {
  parameterCount,
  type Backend,
  type BinaryLogisticTask,
  type CurvatureTask,
  type LinearScores,
  type MultinomialLogisticTask,
  type ScoresTask,
} from './backend.js';
export { ByteMatrix } from './byte-matrix.js';
export type { CsrDesign, DenseDesign, DesignMatrix } from './design-matrix.js';
export { compareLabels, type Label, type LabelArray, type Labels } from './labels.js';
export { isByteMatrix, type MatrixLike, type NumberRow } from './matrix-like.js';
export { referenceBackend } from './reference/reference-backend.js';
export { addScaledRow, rowDot } from './reference/rows.js';
export { computeScores } from './reference/score-rows.js';
export { log1pExp, logSumExp, sigmoid } from './stable-math.js';
export {
  SPARSE_UP_TO_DENSITY,
  toDesignMatrix,
  toDesignMatrixAsync,
  type DesignOptions,
} from './to-design-matrix.js';
export { WORK_PER_TURN, workMeter, WorkMeter } from './work-meter.js';
export { yieldToEventLoop } from './yield-to-event-loop.js';

import type {
  Backend,
  CurvatureTask,
  LogisticOperations,
  MultinomialCurvatureTask,
  MultinomialLogisticTask,
  RowOperations,
} from '../backend.js';
import { toDesignMatrixAsync } from '../to-design-matrix.js';
import { averageGradient } from './average-gradient.js';
import { type AddRows, binaryLogisticRows, hessianVectorRows } from './binary-rows.js';
import { preconditioner, preconditioners } from './gram-preconditioner.js';
import { hessianFactor } from './hessian-factor.js';
import { laneStride, restride } from './lanes.js';
import { multinomialHessianRows, multinomialRows } from './multinomial-rows.js';
import { columnOf, setColumn } from '../class-columns.js';
import { eachBlock, sumOverBlocks } from './row-blocks.js';
import { rowsScored, scorer } from './score-rows.js';

const rows: RowOperations = {
  design: toDesignMatrixAsync,

  async scores(task, out) {
    const scoreRows = scorer(task);
    const { design, classes, signal } = task;
    await eachBlock(design, rowsScored(task), classes, signal, (start, end) => scoreRows(start, end, out));
  },

  release() {
    // Nothing is kept.
  },
};

const logistic: LogisticOperations = {
  multinomial(task, gradient, probabilities) {
    return sumInLanes(task, task.parameters, gradient, (weights, stride) =>
      multinomialRows(task, weights, stride, probabilities),
    );
  },

  async oneVsRest(task, output) {
    const { problems, parameters } = task;
    const count = problems.length;
    const gradient = new Float64Array(parameters.length / count);
    for (const [k, problem] of problems.entries()) {
      const own = columnOf(parameters, k, count);
      const binary = { ...problem, parameters: own, curvatures: output.curvatures?.[k] };
      const addRows = binaryLogisticRows(task, binary);
      output.losses[k] = await sumOverBlocks({ ...shared(task), workPerCell: 2, out: gradient, addRows });
      setColumn(output.gradient, k, count, gradient);
    }
  },

  async hessianVectorProducts(task, directions, out) {
    const { curvatures, design, constant } = task;
    const count = curvatures.length;
    const column = new Float64Array(out.length / count);
    for (const [k, own] of curvatures.entries()) {
      const problem = { design, constant, curvatures: own };
      const addRows = hessianVectorRows(problem, columnOf(directions, k, count));
      await sumOverBlocks({ ...shared(task), workPerCell: 2, out: column, addRows });
      setColumn(out, k, count, column);
    }
  },

  async multinomialHessianVectorProduct(task, direction, out) {
    await sumInLanes(task, direction, out, (padded, stride) => multinomialHessianRows(task, padded, stride));
  },
};

/** Sums over the rows what `rowsOf` says for all classes at a time, laid out in whole groups of lanes; returns the loss. */
async function sumInLanes(
  task: MultinomialLogisticTask | MultinomialCurvatureTask,
  input: Float64Array,
  out: Float64Array,
  rowsOf: (padded: Float64Array, stride: number) => AddRows,
): Promise<number> {
  const { classes } = task;
  const stride = laneStride(classes);
  const features = out.length / classes;
  const padded = new Float64Array(features * stride);
  restride(input, classes, padded, stride);
  const sums = new Float64Array(features * stride);
  const addRows = rowsOf(padded, stride);
  const loss = await sumOverBlocks({ ...shared(task), workPerCell: 2 * stride, out: sums, addRows });
  restride(sums, stride, out, classes);
  return loss;
}

/**
 * The backend in plain TypeScript: double precision, one thread, no set-up. The same matrix stored dense or
 * sparse, as doubles or as bytes, gives the same results up to the rounding of different block sizes.
 */
export const referenceBackend: Backend = {
  name: 'reference',
  rows,
  logistic,
  factors: { precondition: preconditioner, preconditionAll: preconditioners, hessian: hessianFactor },
  stochastic: { averageGradient },
};

function shared<T extends Pick<CurvatureTask, 'design' | 'signal'>>(task: T): Pick<T, 'design' | 'signal'> {
  return { design: task.design, signal: task.signal };
}

import type { Backend, CurvatureTask, LogisticOperations, RowOperations } from '../backend.js';
import { toDesignMatrixAsync } from '../to-design-matrix.js';
import { binaryLogisticRows, hessianVectorRows } from './binary-rows.js';
import { preconditioner, preconditioners } from './gram-preconditioner.js';
import { laneStride, restride } from './lanes.js';
import { multinomialRows } from './multinomial-rows.js';
import { columnOf, setColumn } from '../class-columns.js';
import { eachBlock, sumOverBlocks } from './row-blocks.js';
import { scorer } from './score-rows.js';

const rows: RowOperations = {
  design: toDesignMatrixAsync,

  async scores(task, out) {
    const scoreRows = scorer(task);
    await eachBlock(task.design, task.classes, task.signal, (start, end) => scoreRows(start, end, out));
  },

  release() {
    // Nothing is kept.
  },
};

const logistic: LogisticOperations = {
  async multinomial(task, gradient) {
    const stride = laneStride(task.classes);
    const features = gradient.length / task.classes;
    const weights = new Float64Array(features * stride);
    restride(task.parameters, task.classes, weights, stride);
    const out = new Float64Array(features * stride);
    const addRows = multinomialRows(task, weights, stride);
    const loss = await sumOverBlocks({ ...shared(task), workPerCell: 2 * stride, out, addRows });
    restride(out, stride, gradient, task.classes);
    return loss;
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
};

/**
 * The backend in plain TypeScript: double precision, one thread, no set-up. The same matrix stored dense or
 * sparse, as doubles or as bytes, gives the same results up to the rounding of different block sizes.
 */
export const referenceBackend: Backend = {
  name: 'reference',
  rows,
  logistic,
  factors: { precondition: preconditioner, preconditionAll: preconditioners },
};

function shared<T extends Pick<CurvatureTask, 'design' | 'signal'>>(task: T): Pick<T, 'design' | 'signal'> {
  return { design: task.design, signal: task.signal };
}

import type { Backend } from '../backend.js';
import { binaryLogisticRows, hessianDiagonalRows, hessianVectorRows } from './binary-rows.js';
import { laneStride, restride } from './lanes.js';
import { multinomialRows } from './multinomial-rows.js';
import { eachBlock, sumOverBlocks } from './row-blocks.js';
import { scorer } from './score-rows.js';

/**
 * The backend in plain TypeScript: double precision, one thread, no set-up. The same matrix stored dense or
 * sparse, as doubles or as bytes, gives the same results up to the rounding of different block sizes.
 */
export const referenceBackend: Backend = {
  name: 'reference',

  async scores(task, out) {
    const scoreRows = scorer(task);
    await eachBlock(task.design, task.classes, task.signal, (start, end) => scoreRows(start, end, out));
  },

  binaryLogistic: (task, gradient, curvatures) =>
    sumOverBlocks({
      ...shared(task),
      workPerCell: 2,
      out: gradient,
      addRows: binaryLogisticRows(task, curvatures),
    }),

  async multinomialLogistic(task, gradient) {
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

  async hessianVectorProduct(task, direction, out) {
    const addRows = hessianVectorRows(task, direction);
    await sumOverBlocks({ ...shared(task), workPerCell: 2, out, addRows });
  },

  async hessianDiagonal(task, out) {
    await sumOverBlocks({ ...shared(task), workPerCell: 1, out, addRows: hessianDiagonalRows(task) });
  },

  release() {
    // Nothing is kept.
  },
};

function shared<T extends Pick<Parameters<Backend['scores']>[0], 'design' | 'signal'>>(
  task: T,
): Pick<T, 'design' | 'signal'> {
  return { design: task.design, signal: task.signal };
}

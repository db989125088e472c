import { checkNames } from '@tenfold/core';
import {
  type Backend,
  columnOf,
  type DesignMatrix,
  type Preconditioner,
  setColumn,
  workMeter,
} from '@tenfold/linalg';

import { drawRows } from './draw-rows.js';

/** Rows that each class's block is made of: so many for each feature, within limits. */
const ROWS_PER_FEATURE = 10;
const LEAST_ROWS = 500;
const MOST_ROWS = 4000;

/** Added to the diagonal, as a share of its mean: what floats need to factor a block. */
const SHARE = 1e-4;

/** Most bytes that the blocks of all classes may take. */
const MOST_BYTES = 64 * 2 ** 20;

/** What the blocks are made from. */
export interface ClassBlocksTask {
  readonly design: DesignMatrix;
  readonly classes: number;
  /** The weight of each row; 1 each when left out. */
  readonly weights: Float64Array | undefined;
  /** What the sum of the losses is divided by. */
  readonly total: number;
  /** The penalty's second derivative. */
  readonly l2: number;
  /** The value of the constant feature, 0 for none. */
  readonly constant: number;
  readonly backend: Backend;
  readonly signal?: AbortSignal | undefined;
}

const NAMES = [
  'design',
  'classes',
  'weights',
  'total',
  'l2',
  'constant',
  'backend',
  'signal',
] as const satisfies readonly (keyof ClassBlocksTask)[];

/**
 * Approximates the Hessian of the multinomial objective at a point by its diagonal blocks, one a class:
 *
 *     M_k = 1/S · Σ_i s_i·p_ik·(1 - p_ik)·x_i·x_i' + l2·I
 *
 * each from rows drawn in proportion to s_i·p_ik·(1 - p_ik). Unlike the Gram matrix of all rows it knows that near the
 * optimum only the rows between two classes are curved, and other rows for each class.
 *
 * @returns undefined when they would take too much memory or cannot be factored
 * @throws ParameterError when `task` has a name that is not known
 */
export async function classPreconditioner(
  task: ClassBlocksTask,
  parameters: Float64Array,
): Promise<Preconditioner | undefined> {
  checkNames('classPreconditioner', task, NAMES);
  const { design, classes, constant, backend, signal, total, l2 } = task;
  if (4 * classes * (design.columns + 1) ** 2 > MOST_BYTES) return undefined;
  const curvatures = await classCurvatures(task, parameters);
  const most = Math.min(MOST_ROWS, Math.max(LEAST_ROWS, ROWS_PER_FEATURE * design.columns));
  const blocks: Preconditioner[] = [];
  const release = (): void => {
    for (const made of blocks) made.release();
  };
  try {
    for (const own of curvatures) {
      const scale = own.reduce((sum, value) => sum + value, 0) / total;
      const rows = drawRows(own, most);
      const block =
        scale > 0
          ? await backend.factors.precondition({
              design,
              constant,
              signal,
              rows,
              scale,
              share: SHARE,
              shift: l2,
            })
          : undefined;
      if (block === undefined) {
        release();
        return undefined;
      }
      blocks.push(block);
    }
  } catch (error) {
    release();
    throw error;
  }
  return blockDiagonal(blocks);
}

/** s_i·p_ik·(1 - p_ik) of each class's rows. */
async function classCurvatures(
  { design, classes, weights, constant, backend, signal }: ClassBlocksTask,
  parameters: Float64Array,
): Promise<Float64Array[]> {
  const scores = new Float64Array(design.rows * classes);
  await backend.rows.scores({ design, parameters, classes, constant, precision: 'single', signal }, scores);
  const curvatures = Array.from({ length: classes }, () => new Float64Array(design.rows));
  for (let i = 0; i < design.rows; i++) {
    const row = scores.subarray(i * classes, (i + 1) * classes);
    const weight = weights?.[i] ?? 1;
    const largest = row.reduce((most, z) => Math.max(most, z), -Infinity);
    let sum = 0;
    for (let k = 0; k < classes; k++) sum += row[k] = roughExp(row[k] - largest);
    for (let k = 0; k < classes; k++) {
      const p = row[k] / sum;
      curvatures[k][i] = weight * p * (1 - p);
    }
    if (i % 1024 === 0) await workMeter.spend(1024 * classes * 20, signal);
  }
  return curvatures;
}

/**
 * exp(x) for x of 0 and below, to a few per cent: (1 + x/64)⁶⁴. Only products and sums, which give the same bits on
 * every engine, as `Math.exp` need not; and for drawing rows it is good enough.
 */
function roughExp(x: number): number {
  let power = Math.max(0, 1 + x / 64);
  for (let i = 0; i < 6; i++) power *= power;
  return power;
}

function blockDiagonal(blocks: readonly Preconditioner[]): Preconditioner {
  const count = blocks.length;
  return {
    solve(vectors) {
      for (const [k, block] of blocks.entries()) {
        const own = columnOf(vectors, k, count);
        block.solve(own, 1);
        setColumn(vectors, k, count, own);
      }
    },
    release() {
      for (const block of blocks) block.release();
    },
  };
}

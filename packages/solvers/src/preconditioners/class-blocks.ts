import { checkNames } from '@tenfold/core';
import {
  type Backend,
  columnOf,
  type DesignMatrix,
  type Preconditioner,
  type PreconditionTask,
  referenceBackend,
  setColumn,
  storedValues,
  workMeter,
} from '@tenfold/linalg';

import { subtractMeans } from '../zero-sum.js';
import { drawBlock } from './draw-block.js';

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
  /** Whether to factor in doubles, and with more rows: for small problems. Default false. */
  readonly exact?: boolean | undefined;
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
  'exact',
] as const satisfies readonly (keyof ClassBlocksTask)[];

/**
 * Approximates the Hessian of the multinomial objective at a point by its diagonal blocks, one a class:
 *
 *     M_k = 1/S · Σ_i s_i·p_ik·(1 - p_ik)·x_i·x_i' + l2·I
 *
 * each from rows drawn in proportion to s_i·p_ik·(1 - p_ik). Unlike the Gram matrix of all rows it knows that near the
 * optimum only the rows between two classes are curved, and other rows for each class.
 *
 * Scores are free up to a shift common to all classes: along it there is only the penalty's curvature, which no block can
 * know. What is solved for is therefore made zero-sum over the classes, feature by feature, as gradients are.
 *
 * @returns undefined when they would take too much memory or cannot be factored
 * @throws ParameterError when `task` has a name that is not known
 */
export async function classPreconditioner(
  task: ClassBlocksTask,
  parameters: Readonly<Float64Array>,
): Promise<Preconditioner | undefined> {
  checkNames('classPreconditioner', task, NAMES);
  const { design, classes, constant, backend, signal, total, l2, exact = false } = task;
  if (4 * classes * (design.columns + 1) ** 2 > MOST_BYTES) return undefined;
  const curvatures = await classCurvatures(task, parameters);
  const tasks: PreconditionTask[] = [];
  for (const own of curvatures) {
    const sample = drawBlock({ curvatures: own, columns: design.columns, total, l2, exact });
    if (sample === undefined) return undefined;
    tasks.push({ design, constant, signal, ...sample });
  }
  const { factors } = exact ? referenceBackend : backend;
  const blocks = await factors.preconditionAll(tasks);
  const made = blocks.filter((block) => block !== undefined);
  if (made.length === classes) return blockDiagonal(made);
  for (const block of made) block.release();
  return undefined;
}

/** s_i·p_ik·(1 - p_ik) of each class's rows. */
async function classCurvatures(
  { design, classes, weights, constant, backend, signal, exact }: ClassBlocksTask,
  parameters: Float64Array,
): Promise<Float64Array[]> {
  const scores = new Float64Array(design.rows * classes);
  const values = storedValues(design);
  const precision = values instanceof Uint8Array && exact !== true ? 'single' : 'double';
  await backend.rows.scores({ design, parameters, classes, constant, precision, signal }, scores);
  const curvatures = Array.from({ length: classes }, () => new Float64Array(design.rows));
  for (let i = 0; i < design.rows; i++) {
    const weight = weights?.[i] ?? 1;
    const at = i * classes;
    let largest = -Infinity;
    for (let k = 0; k < classes; k++) largest = Math.max(largest, scores[at + k]);
    let sum = 0;
    for (let k = 0; k < classes; k++) sum += scores[at + k] = roughExp(scores[at + k] - largest);
    for (let k = 0; k < classes; k++) {
      const p = scores[at + k] / sum;
      curvatures[k][i] = weight * p * (1 - p);
    }
    if (i % 1024 === 0) await workMeter.spend(1024 * classes * 20, signal);
  }
  return curvatures;
}

/**
 * exp(x) for x of 0 and below, to a thousandth: (1 + x/n)ⁿ with n = 2²⁰. Only products and sums, which give the same bits
 * on every engine, as `Math.exp` need not; and for drawing rows it is good enough.
 */
function roughExp(x: number): number {
  let power = Math.max(0, 1 + x / 2 ** DOUBLINGS);
  for (let i = 0; i < DOUBLINGS; i++) power *= power;
  return power;
}

const DOUBLINGS = 20;

function blockDiagonal(blocks: readonly Preconditioner[]): Preconditioner {
  const count = blocks.length;
  return {
    solve(vectors) {
      for (const [k, block] of blocks.entries()) {
        const own = columnOf(vectors, k, count);
        block.solve(own, 1);
        setColumn(vectors, k, count, own);
      }
      subtractMeans(vectors, count);
    },
    release() {
      for (const block of blocks) block.release();
    },
  };
}

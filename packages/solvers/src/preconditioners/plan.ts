import { type DesignMatrix, storedValues } from '@tenfold/linalg';

import type { LbfgsProgress } from '../lbfgs/options.js';
import { drawsOf } from './draw-block.js';
import { suitsFloats } from './float-columns.js';
import { factorWork, gramWork } from './work.js';

/** Multiply-adds of a pass over the rows up to which plain steps are tried first. */
const PLAIN_UP_TO = 1_000_000;

/** Iterations that plain steps are given, which is more than easy problems need. */
const PLAIN_ITERATIONS = 30;

/** Rows that the Gram matrix is made of, at most: enough to know the curvature, for a few passes over MNIST. */
export const GRAM_ROWS = 12_000;

/** A preconditioner may cost as much as the iterations that are allowed, and no more than so many passes over the rows. */
const MOST_PASSES = 25;

/**
 * An iteration that gains no more than this, as a share of the value, has got as much from the Gram matrix as there is:
 * the classes differ, and blocks of their own are worth their price. The second time they are made for a point near
 * enough to the optimum to serve to the end.
 */
const GAINS = [0.03, 0.004];

/**
 * What has not converged so many iterations later lies far from where the blocks were made, unless iterations hardly gain
 * any more.
 */
const LATER = 15;
const HARDLY = 1e-6;

/**
 * Iterations that the diagonal serves for. What has not converged by then is nearly separable, where plain steps, which
 * prefer frequent columns, are the shorter way.
 */
const DIAGONAL_ITERATIONS = 15;

/** Multiply-adds up to which blocks are made of all rows and in doubles. */
const EXACT_UP_TO = 10_000_000;

/**
 * How L-BFGS is preconditioned: `'none'`; `'late'`, after plain steps; `'early'`, from the first step by the Gram matrix;
 * or by its `'diagonal'` alone.
 */
export interface PreconditionPlan {
  readonly start: 'none' | 'late' | 'early' | 'diagonal';
  /** Whether blocks are made of all rows and in doubles. */
  readonly exact: boolean;
  /** Whether steps may be taken in floats, as long as they gain. */
  readonly floats: boolean;
  /** Whether it is time to make the preconditioner for the point reached. */
  readonly due: (progress: LbfgsProgress) => boolean;
}

const PLAIN: PreconditionPlan = { start: 'none', exact: false, floats: false, due: () => false };

/**
 * Decides by the price, which is known before it is paid, what a preconditioner is worth. With fewer rows than columns
 * the Gram matrix is not: all that the rows know fits in fewer numbers, and plain steps are cheap. Nor is any where floats would not do.
 *
 * @param design the rows
 * @param classes linear functions that are fitted at a time
 * @param maxIter most iterations of the fit
 * @param wanted whether it is asked for or refused, or left to the size of the data
 */
export async function planPreconditioner(
  design: DesignMatrix,
  classes: number,
  maxIter: number,
  wanted: 'auto' | 'gram' | 'none',
  signal?: AbortSignal,
): Promise<PreconditionPlan> {
  const { rows, columns } = design;
  const pass = 2 * storedValues(design).length * classes;
  if (wanted === 'none') return PLAIN;
  if (rows < columns) return planWide(design, pass, wanted, signal);
  const ofRow = gramWork(design);
  const price = Math.min(rows, GRAM_ROWS) * ofRow + factorWork(columns);
  if (price > Math.min(maxIter, MOST_PASSES) * pass) return PLAIN;
  const exact = rows * classes * (columns + 1) ** 2 <= EXACT_UP_TO;
  const late = wanted === 'auto' && pass <= PLAIN_UP_TO;
  const inFloats = !(late && exact);
  if (wanted === 'auto' && inFloats && !(await suitsFloats(design, signal))) return PLAIN;
  if (late) return { start: 'late', exact, floats: false, due: dueLate };
  const blocks = classes * (drawsOf(rows, columns) * ofRow + factorWork(columns));
  const iterations = blocks / pass;
  const last = maxIter - iterations;
  const due = (progress: LbfgsProgress): boolean =>
    progress.iteration <= last && dueEarly(progress, iterations);
  return { start: 'early', exact: false, floats: true, due };
}

/** Sparse rows of more columns than rows: the diagonal costs next to nothing, and their columns differ in how often they occur. */
async function planWide(
  design: DesignMatrix,
  pass: number,
  wanted: 'auto' | 'gram',
  signal: AbortSignal | undefined,
): Promise<PreconditionPlan> {
  const isSmall = wanted === 'auto' && pass <= PLAIN_UP_TO;
  if (design.kind !== 'csr' || isSmall) return PLAIN;
  const due = ({ age, made }: LbfgsProgress): boolean => made === 0 && age >= DIAGONAL_ITERATIONS;
  return { start: 'diagonal', exact: false, floats: await suitsFloats(design, signal), due };
}

function dueLate({ iteration, age }: LbfgsProgress): boolean {
  return iteration === PLAIN_ITERATIONS || (iteration > PLAIN_ITERATIONS && age >= LATER);
}

/**
 * Whether blocks of the classes, which cost as much as so many iterations, are worth it. How many iterations are left is not
 * known; where as many have been made as the first blocks cost, these cost no more than twice what would have been best.
 */
function dueEarly({ gain, age, made }: LbfgsProgress, iterations: number): boolean {
  if (age >= LATER) return gain > HARDLY;
  if (made === 0 && age >= iterations) return true;
  return made < GAINS.length && age >= 2 && gain <= GAINS[made];
}

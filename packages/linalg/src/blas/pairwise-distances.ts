import { ShapeError } from '@tenfold/core';
import type { Matrix } from 'ml-matrix';

import { kernelEngine } from '../kernels/create.js';
import type { KernelEngine } from '../kernels/engine.js';
import { KERNEL } from '../kernels/job-layout.js';
import { type Scope, withScope } from '../kernels/scope.js';
import { workMeter } from '../work-meter.js';
import type { BlasMatrix, FloatMatrix } from './flat-matrix.js';
import { openOperand } from './operand.js';
import { type CheckedRun, checkRun, checkSwitch, type RunOptions } from './options.js';
import { product } from './product.js';
import { give, numbersOf, reserve, store, type StoredMatrix, transposed } from './stored-matrix.js';

/** Options of `pairwiseDistances`. */
export interface DistanceOptions extends RunOptions {
  /** Leave the distances squared, which is enough to compare them. Default false. */
  squared?: boolean;
}

/**
 * The Euclidean distances between all rows of A and all rows of B, as scikit-learn's `euclidean_distances`:
 * ‖x‖² + ‖y‖² - 2x·y by one matrix product, at least 0, and exactly 0 between a row and itself when B is left out. The
 * subtraction loses digits where two rows are much closer to each other than to the origin.
 *
 * @param A m × k, one point a row
 * @param B n × k; A when left out
 * @returns m × n: an ml-matrix Matrix, or a flat matrix of floats when A and B are such
 * @throws ShapeError when A and B differ in columns
 * @throws NonFiniteError when a coordinate is NaN or infinite
 */
export function pairwiseDistances(
  A: FloatMatrix,
  B?: FloatMatrix,
  options?: DistanceOptions,
): Promise<FloatMatrix>;
export function pairwiseDistances(A: BlasMatrix, B?: BlasMatrix, options?: DistanceOptions): Promise<Matrix>;
export async function pairwiseDistances(
  A: BlasMatrix,
  B?: BlasMatrix,
  options: DistanceOptions = {},
): Promise<Matrix | FloatMatrix> {
  const owner = 'pairwiseDistances';
  const a = openOperand(owner, 'A', A);
  const b = B === undefined || B === A ? undefined : openOperand(owner, 'B', B);
  if (b !== undefined && b.columns !== a.columns) {
    throw new ShapeError(owner, `B to have as many columns as A (${a.columns})`, `${b.columns}`);
  }
  const squared = checkSwitch(owner, 'squared', options.squared);
  const run = checkRun(owner, options);
  const how = { size: a.single && b?.single !== false ? 4 : 8, finite: owner, signal: run.signal } as const;
  const engine = kernelEngine();
  return withScope(engine.memory, async (scope) => {
    const left = await store(scope, a, how);
    const right = b === undefined ? left : await store(scope, b, how);
    const out = reserve(scope, left.rows, right.rows, how.size);
    await product(engine, { a: left, b: transposed(right), c: out, alpha: -2, beta: 0, ...run });
    const leftNorms = await squaredNorms(engine, scope, left, run);
    const rightNorms = b === undefined ? leftNorms : await squaredNorms(engine, scope, right, run);
    await finish(scope, out, { leftNorms, rightNorms, same: b === undefined, squared }, run.signal);
    return give(scope.memory, out, run.signal);
  });
}

/** ‖x‖² of each row. */
async function squaredNorms(
  engine: KernelEngine,
  scope: Scope,
  matrix: StoredMatrix,
  run: CheckedRun,
): Promise<Float64Array> {
  const { rows, columns } = matrix;
  const sums = scope.allocate(8 * rows);
  await engine.run({
    kernel: matrix.size === 4 ? KERNEL.squaresF32 : KERNEL.squaresF64,
    blocks: rows,
    integers: [matrix.at, 0, rows * columns, columns, sums],
    doubles: [1],
    work: rows * columns,
    ...run,
  });
  return scope.memory.f64(sums, rows).slice();
}

interface Norms {
  readonly leftNorms: Float64Array;
  readonly rightNorms: Float64Array;
  /** Whether left and right are the same rows. */
  readonly same: boolean;
  readonly squared: boolean;
}

/** Makes distances of -2x·y. */
async function finish(scope: Scope, out: StoredMatrix, norms: Norms, signal?: AbortSignal): Promise<void> {
  const { leftNorms, rightNorms, same, squared } = norms;
  for (let i = 0; i < out.rows; i++) {
    const row = numbersOf(scope.memory, { ...out, at: out.at + i * out.rowStride, rows: 1 });
    for (let j = 0; j < row.length; j++) {
      // Both norms first: then the distance from x to y is that from y to x.
      const square = Math.max(0, leftNorms[i] + rightNorms[j] + row[j]);
      row[j] = squared ? square : Math.sqrt(square);
    }
    if (same) row[i] = 0;
    await workMeter.spend(out.columns, signal);
  }
}

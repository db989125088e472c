import type { KernelEngine } from '../kernels/engine.js';
import { KERNEL } from '../kernels/job-layout.js';
import type { Scope } from '../kernels/scope.js';
import { workMeter } from '../work-meter.js';
import { NotPositiveDefiniteError } from './errors.js';
import type { CheckedRun } from './options.js';
import { product } from './product.js';
import { numbersOf, part, type StoredMatrix, transposed } from './stored-matrix.js';
import { PANEL, solveDirectly } from './triangular.js';

/** A factorisation's task. */
export interface FactorTask extends CheckedRun {
  /** The function that was called, for error messages. */
  readonly owner: string;
  /** n × n, row by row; the factor takes its place. */
  readonly matrix: StoredMatrix;
}

/**
 * The Cholesky factor L of a symmetric matrix in place of its lower triangle, 64 columns at a time: the diagonal's
 * block, the panel below it (X·L' = B), and what both take off the rest. Above the diagonal anything may be left.
 *
 * @throws NotPositiveDefiniteError when a pivot is not above 0
 */
export async function potrf(engine: KernelEngine, scope: Scope, task: FactorTask): Promise<void> {
  const { owner, matrix, ...run } = task;
  const n = matrix.rows;
  const failed = scope.allocate(4);
  for (let first = 0; first < n; first += PANEL) {
    const size = Math.min(PANEL, n - first);
    const diagonal = part(matrix, first, first, size, size);
    await engine.run({
      kernel: matrix.size === 4 ? KERNEL.choleskyF32 : KERNEL.choleskyF64,
      blocks: 1,
      integers: [size, diagonal.at, diagonal.rowStride, failed],
      work: size ** 3 / 6,
      inPlace: true,
      ...run,
    });
    const [row] = scope.memory.i32(failed, 1);
    if (row !== -1) throw new NotPositiveDefiniteError(owner, first + row);
    const rest = first + size;
    if (rest === n) return;
    const panel = part(matrix, rest, first, n - rest, size);
    await solveDirectly(engine, { t: diagonal, b: transposed(panel), upper: false, unit: false, ...run });
    const c = part(matrix, rest, rest);
    await product(engine, { a: panel, b: transposed(panel), c, alpha: -1, beta: 1, lower: true, ...run });
  }
}

/** Sets what is above the diagonal to 0. */
export async function clearUpper(scope: Scope, matrix: StoredMatrix, signal?: AbortSignal): Promise<void> {
  const n = matrix.rows;
  for (let i = 0; i < n; i++) {
    numbersOf(scope.memory, matrix).fill(0, i * n + i + 1, (i + 1) * n);
    await workMeter.spend((n - i) / 8, signal);
  }
}

import type { KernelEngine } from '../kernels/engine.js';
import { KERNEL } from '../kernels/job-layout.js';
import type { Scope } from '../kernels/scope.js';
import { SingularMatrixError } from './errors.js';
import type { FactorTask } from './potrf.js';
import { product } from './product.js';
import { numbersOf, part, type StoredMatrix } from './stored-matrix.js';
import { PANEL, solveDirectly } from './triangular.js';

/**
 * The LU factorisation with partial pivoting, in place: L below the diagonal (its own diagonal is ones), U on and above.
 *
 * @returns the row that each row was exchanged with, in this order
 * @throws SingularMatrixError when a column has no pivot
 */
export async function getrf(engine: KernelEngine, scope: Scope, task: FactorTask): Promise<Int32Array> {
  const { owner, matrix, ...run } = task;
  const n = matrix.rows;
  const pivots = new Int32Array(n);
  const found = scope.allocate(4 * PANEL);
  for (let first = 0; first < n; first += PANEL) {
    const size = Math.min(PANEL, n - first);
    const last = first + size;
    const panel = part(matrix, first, first, n - first, size);
    const rows = part(matrix, first, 0);
    await engine.run({
      kernel: matrix.size === 4 ? KERNEL.luF32 : KERNEL.luF64,
      blocks: 1,
      integers: [panel.rows, panel.at, panel.rowStride, size, found, rows.at, n * matrix.size],
      work: panel.rows * size * size,
      inPlace: true,
      ...run,
    });
    pivots.set(
      scope.memory.i32(found, size).map((row) => first + row),
      first,
    );
    checkPivots(owner, scope, part(panel, 0, 0, size), first);
    const beside = part(matrix, first, last, size);
    await solveDirectly(engine, { t: part(panel, 0, 0, size), b: beside, upper: false, unit: true, ...run });
    const a = part(matrix, last, first, n - last, size);
    await product(engine, { a, b: beside, c: part(matrix, last, last), alpha: -1, beta: 1, ...run });
  }
  return pivots;
}

function checkPivots(owner: string, scope: Scope, diagonal: StoredMatrix, first: number): void {
  for (let i = 0; i < diagonal.rows; i++) {
    const [pivot] = numbersOf(scope.memory, part(diagonal, i, i, 1, 1));
    if (pivot === 0) throw new SingularMatrixError(owner, first + i);
  }
}

/** Exchanges the rows of the right-hand sides as `getrf` exchanged those of the matrix. */
export function exchangeRows(scope: Scope, b: StoredMatrix, pivots: Int32Array): void {
  const numbers = numbersOf(scope.memory, b);
  for (let i = 0; i < pivots.length; i++) {
    if (pivots[i] === i) continue;
    const [one, other] = [i, pivots[i]].map((row) =>
      numbers.subarray(row * b.columns, (row + 1) * b.columns),
    );
    const kept = one.slice();
    one.set(other);
    other.set(kept);
  }
}

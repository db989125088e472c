import type { KernelEngine } from '../kernels/engine.js';
import { KERNEL } from '../kernels/job-layout.js';
import type { CheckedRun } from './options.js';
import { product } from './product.js';
import { part, type StoredMatrix } from './stored-matrix.js';

/** Rows of a triangle that are solved directly; what lies beside them goes to `product`. */
export const PANEL = 64;
/** Bytes of the solution's rows that a block of the job has: with 64 rows, 16 KiB of the first cache. */
const STRIP_BYTES = 256;
/** Columns of a block when each is a stretch of its own. */
const TALL_COLUMNS = 16;

/** T·X = B of matrices in the kernels' memory; X takes B's place. */
export interface TriangularTask extends CheckedRun {
  /** n × n; only its triangle is read. */
  readonly t: StoredMatrix;
  /** n × any number, its columns side by side. */
  readonly b: StoredMatrix;
  /** Whether T is an upper triangle. */
  readonly upper: boolean;
  /** Whether T's diagonal counts as ones. */
  readonly unit: boolean;
}

/** Solves for all columns, 64 rows at a time. */
export async function solveTriangle(engine: KernelEngine, task: TriangularTask): Promise<void> {
  const { t, b, upper, threads, signal } = task;
  const n = t.rows;
  const panels = Math.ceil(n / PANEL);
  for (let step = 0; step < panels; step++) {
    const first = PANEL * (upper ? panels - 1 - step : step);
    const last = Math.min(first + PANEL, n);
    const size = last - first;
    const x = part(b, first, 0, size);
    await solveDirectly(engine, { ...task, t: part(t, first, first, size, size), b: x });
    const rest = upper ? { from: 0, count: first } : { from: last, count: n - last };
    await product(engine, {
      a: part(t, rest.from, first, rest.count, size),
      b: x,
      c: part(b, rest.from, 0, rest.count),
      alpha: -1,
      beta: 1,
      threads,
      signal,
    });
  }
}

/** Solves without cutting the triangle. B's columns may also be stretches, when T is lower and lies row by row. */
export function solveDirectly(engine: KernelEngine, task: TriangularTask): Promise<void> {
  const { t, b, upper, unit, threads, signal } = task;
  const each = b.columnStride === b.size ? STRIP_BYTES / b.size : TALL_COLUMNS;
  return engine.run({
    kernel: t.size === 4 ? KERNEL.triangleF32 : KERNEL.triangleF64,
    blocks: Math.ceil(b.columns / each),
    integers: [
      t.rows,
      t.at,
      t.rowStride,
      t.columnStride,
      b.at,
      b.rowStride,
      b.columnStride,
      b.columns,
      each,
      upper ? 1 : 0,
      unit ? 1 : 0,
    ],
    work: (t.rows * t.rows * b.columns) / 2,
    inPlace: true,
    threads,
    signal,
  });
}

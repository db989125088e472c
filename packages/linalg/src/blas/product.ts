import type { KernelEngine } from '../kernels/engine.js';
import { KERNEL } from '../kernels/job-layout.js';
import { withScope } from '../kernels/scope.js';
import { numbersOf, type StoredMatrix } from './stored-matrix.js';

/** Bytes of a tile's row: two registers. */
const TILE_BYTES = 32;
/** Rows of a tile. */
const TILE_ROWS = 4;
/** Steps of k whose panels stay in the caches: a spread panel of A takes 16 KiB of the first. */
const SLAB = 256;
/** Bytes of a block's rows of C: with a slab's panels of B, 512 KiB of the second cache. */
const BLOCK_BYTES = 2048;
/** Rows of a block of C, from many blocks to few. */
const MOST_BLOCK_ROWS = 128;
const LEAST_BLOCK_ROWS = 32;
/** Blocks to aim at, so that even sixteen threads get equal shares. */
const WANTED_BLOCKS = 32;
/** Blocks beyond which they are made larger: a job has room for 65,536. */
const MOST_BLOCKS = 16_384;
/** Panels of B that a block of the packing job packs. */
const PANELS_PER_BLOCK = 16;
/** Multiply-adds per turn of the plain loop that the engine counts in: one tile step does 16 or 32. */
const SPEEDUP = 8;

/** C = alpha·A·B + beta·C of matrices in the kernels' memory, all of one precision. */
export interface ProductTask {
  readonly a: StoredMatrix;
  readonly b: StoredMatrix;
  /** Lies row by row: its columns side by side. */
  readonly c: StoredMatrix;
  readonly alpha: number;
  /** With 0, what C holds before does not count. */
  readonly beta: number;
  /** Only the lower triangle counts; of what is above it, some is written and some is not. */
  readonly lower?: boolean;
  readonly threads?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Computes a product. How it is cut, and so every bit of it, depends on the shapes alone. */
export async function product(engine: KernelEngine, task: ProductTask): Promise<void> {
  const { a, b, c } = task;
  if (c.rows === 0 || c.columns === 0) return;
  if (a.columns === 0) {
    scale(engine, c, task.beta);
    return;
  }
  await withScope(engine.memory, async (scope) => {
    const panels = Math.ceil((b.columns * b.size) / TILE_BYTES);
    const packed = scope.allocate(panels * b.rows * TILE_BYTES);
    await engine.run(packJob(task, panels, packed));
    await engine.run(gemmJob(task, packed));
  });
}

function packJob({ b, threads, signal }: ProductTask, panels: number, packed: number) {
  return {
    kernel: b.size === 4 ? KERNEL.packF32 : KERNEL.packF64,
    blocks: Math.ceil(panels / PANELS_PER_BLOCK) * Math.ceil(b.rows / SLAB),
    integers: [b.at, b.rowStride, b.columnStride, b.rows, b.columns, packed, SLAB, PANELS_PER_BLOCK],
    work: b.rows * b.columns,
    threads,
    signal,
  };
}

function gemmJob({ a, c, alpha, beta, lower = false, threads, signal }: ProductTask, packed: number) {
  const { blockRows, blockColumns, blocks } = cut(c);
  return {
    kernel: c.size === 4 ? KERNEL.gemmF32 : KERNEL.gemmF64,
    blocks,
    integers: [
      c.rows,
      c.columns,
      a.columns,
      a.at,
      a.rowStride,
      a.columnStride,
      packed,
      c.at,
      c.rowStride,
      blockRows,
      blockColumns,
      SLAB,
      lower ? 1 : 0,
    ],
    doubles: [alpha, beta],
    inPlace: beta !== 0,
    work: (c.rows * c.columns * a.columns) / (lower ? 2 * SPEEDUP : SPEEDUP),
    threads,
    signal,
  };
}

/** How C is cut into blocks. */
function cut(c: StoredMatrix): { blockRows: number; blockColumns: number; blocks: number } {
  const blockColumns = BLOCK_BYTES / c.size;
  const across = Math.ceil(c.columns / blockColumns);
  const wanted = Math.max(1, Math.ceil(WANTED_BLOCKS / across));
  const most = Math.max(1, Math.floor(MOST_BLOCKS / across));
  const even = Math.min(MOST_BLOCK_ROWS, Math.max(LEAST_BLOCK_ROWS, Math.ceil(c.rows / wanted)));
  const blockRows = TILE_ROWS * Math.ceil(Math.max(even, c.rows / most) / TILE_ROWS);
  return { blockRows, blockColumns, blocks: across * Math.ceil(c.rows / blockRows) };
}

/** C = beta·C: what a product over nothing leaves. */
function scale(engine: KernelEngine, c: StoredMatrix, beta: number): void {
  for (let i = 0; i < c.rows; i++) {
    const row = numbersOf(engine.memory, { ...c, at: c.at + i * c.rowStride, rows: 1 });
    for (let j = 0; j < row.length; j++) row[j] = beta === 0 ? 0 : beta * row[j];
  }
}

import { ShapeError } from '@tenfold/errors';

import type { ByteMatrix } from '../byte-matrix.js';
import type { DesignMatrix } from '../design-matrix.js';
import { MAX_COLUMNS_U16 } from '../fill-design.js';
import { SPARSE_UP_TO_DENSITY } from '../to-design-matrix.js';
import type { KernelEngine } from './engine.js';
import { KERNEL } from './job-layout.js';
import { withScope } from './scope.js';
import type { StoredDesign } from './stored-designs.js';

/** Cells that are copied into the kernels' memory at a time: about a millisecond. */
const CELLS_PER_CHUNK = 4 * 2 ** 20;

/** Rows that a thread takes at a time. */
const ROWS_PER_BLOCK = 256;

/** Cells below which a matrix is not worth the trouble. */
const LEAST_CELLS = 65_536;

/** Where the compressed matrix lies. */
interface Target {
  readonly values: number;
  readonly indices: number;
  readonly pointers: number;
  readonly wide: boolean;
  /** Nonzeros that there is room for. */
  readonly capacity: number;
}

/** A matrix that was laid out in the kernels' memory. */
export interface Compressed {
  readonly design: DesignMatrix;
  readonly stored: StoredDesign;
}

/**
 * Lays a matrix of bytes out in CSR form, straight in the kernels' memory and on all threads.
 *
 * @returns undefined when it is too small to be worth it or too dense to gain by it
 */
export async function compressBytes(
  engine: KernelEngine,
  X: ByteMatrix,
  { threads, signal }: { threads: number | undefined; signal: AbortSignal | undefined },
): Promise<Compressed | undefined> {
  const { rows, columns } = X;
  if (!engine.shared || rows * columns < LEAST_CELLS) return undefined;
  const { memory } = engine;
  const target = allocate(engine, rows, columns);
  try {
    const nonzeros = await fill(engine, X, target, { threads, signal });
    if (nonzeros !== undefined) return finish(engine, X, target, nonzeros);
  } catch (error) {
    memory.free(target.values, target.indices, target.pointers);
    throw error;
  }
  memory.free(target.values, target.indices, target.pointers);
  return undefined;
}

/** Room for as many nonzeros as a sparse matrix may have; what is not written takes no memory yet. */
function allocate({ memory }: KernelEngine, rows: number, columns: number): Target {
  const capacity = Math.floor(rows * columns * SPARSE_UP_TO_DENSITY);
  const wide = columns > MAX_COLUMNS_U16;
  const sizes = [4 * (rows + 1), capacity, capacity * (wide ? 4 : 2)];
  const [pointers, values, indices] = memory.allocateAll(...sizes);
  return { values, indices, pointers, wide, capacity };
}

/** Compresses chunk after chunk; returns the number of nonzeros, or undefined when there are too many. */
function fill(
  engine: KernelEngine,
  { rows, columns, data }: ByteMatrix,
  { values, indices, pointers, wide, capacity }: Target,
  { threads, signal }: { threads: number | undefined; signal: AbortSignal | undefined },
): Promise<number | undefined> {
  const { memory } = engine;
  const rowsPerChunk = Math.max(1, Math.floor(CELLS_PER_CHUNK / columns));
  return withScope(memory, async (scope) => {
    const places = [0, 1].map(() => scope.allocate(Math.min(rows, rowsPerChunk) * columns));
    const copy = (start: number, place: number): void => {
      const cells = Math.min(rowsPerChunk, rows - start) * columns;
      memory.u8(place, cells).set(bytesOf(data, start * columns, cells));
    };
    copy(0, places[0]);
    let filled = 0;
    memory.u32(pointers, 1)[0] = 0;
    for (let start = 0; start < rows; start += rowsPerChunk) {
      const count = Math.min(rowsPerChunk, rows - start);
      const own = pointers + 4 * start;
      const integers = [count, columns, places[0], ROWS_PER_BLOCK, own, values, indices, wide ? 1 : 0];
      const job = {
        integers,
        blocks: Math.ceil(count / ROWS_PER_BLOCK),
        work: count * columns,
        threads,
        signal,
      };
      const counting = engine.run({ kernel: KERNEL.countNonzeros, ...job });
      // The next rows are copied while the threads count these.
      places.reverse();
      try {
        if (start + count < rows) copy(start + count, places[0]);
      } finally {
        await counting;
      }
      filled = addUp(memory.u32(own, count + 1));
      if (filled > capacity) return undefined;
      await engine.run({ kernel: KERNEL.compress, ...job });
    }
    return filled;
  });
}

/** A stretch of the bytes, whose buffer may have been transferred or resized since the matrix was made. */
function bytesOf(data: Uint8Array, start: number, count: number): Uint8Array {
  if (data.length >= start + count) return data.subarray(start, start + count);
  throw new ShapeError('ByteMatrix', `at least ${start + count} bytes`, `${data.length}`);
}

/** Turns counts into where the rows begin; returns where the last ends. */
function addUp(pointers: Uint32Array): number {
  for (let i = 1; i < pointers.length; i++) pointers[i] += pointers[i - 1];
  return pointers[pointers.length - 1];
}

function finish(
  { memory }: KernelEngine,
  { rows, columns }: ByteMatrix,
  { values, indices, pointers, wide }: Target,
  nonzeros: number,
): Compressed {
  memory.shrink(values, nonzeros);
  memory.shrink(indices, nonzeros * (wide ? 4 : 2));
  return {
    design: {
      kind: 'csr',
      rows,
      columns,
      values: memory.u8(values, nonzeros),
      columnIndices: wide ? memory.u32(indices, nonzeros) : memory.u16(indices, nonzeros),
      rowPointers: memory.u32(pointers, rows + 1),
    },
    stored: { format: wide ? 6 : 3, rows, columns, cells: nonzeros, values, indices, pointers },
  };
}

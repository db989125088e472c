import { ShapeError } from '@tenfold/core';

import type { ByteMatrix } from '../byte-matrix.js';
import type { DesignMatrix } from '../design-matrix.js';
import { MAX_COLUMNS_U16 } from '../fill-design.js';
import { SPARSE_UP_TO_DENSITY } from '../to-design-matrix.js';
import type { KernelEngine } from './engine.js';
import { KERNEL } from './job-layout.js';
import type { StoredDesign } from './stored-designs.js';

/** Cells that are counted and compressed at a time. */
const CELLS_PER_CHUNK = 4 * 2 ** 20;

/** Rows that a thread takes at a time. */
const ROWS_PER_BLOCK = 256;

/** See assembly/rows/formats.ts. */
const DENSE_BYTES = 0;

/** Cells below which a matrix is not worth the trouble. */
const LEAST_CELLS = 65_536;

/** Where the matrix lies, as it was and compressed. */
interface Target {
  /** The bytes as they were at the call. */
  readonly copy: number;
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
 * Lays a matrix of bytes out in the kernels' memory and on all threads: in CSR form, or as it is when it is too dense to
 * gain by that. All bytes are copied there at the call (MNIST's 47 MB in some 10 ms): what happens to the matrix
 * afterwards changes nothing.
 *
 * @returns undefined when it is too small to be worth it
 * @throws ShapeError when the bytes do not fill the shape
 */
export async function compressBytes(
  engine: KernelEngine,
  X: ByteMatrix,
  { threads, signal }: { threads: number | undefined; signal: AbortSignal | undefined },
): Promise<Compressed | undefined> {
  const { rows, columns, data } = X;
  if (!engine.shared || rows * columns < LEAST_CELLS) return undefined;
  // The buffer may have been transferred or resized since the matrix was made.
  if (data.length !== rows * columns) {
    throw new ShapeError('ByteMatrix', `${rows * columns} bytes`, `${data.length}`);
  }
  const { memory } = engine;
  const target = allocate(engine, X);
  const { copy, values, indices, pointers } = target;
  try {
    const nonzeros = await fill(engine, X, target, { threads, signal });
    if (nonzeros === undefined) {
      memory.free(values, indices, pointers);
      return keepDense(engine, X, copy);
    }
    memory.free(copy);
    return finish(engine, X, target, nonzeros);
  } catch (error) {
    memory.free(copy, values, indices, pointers);
    throw error;
  }
}

/**
 * Copies the bytes, and makes room for as many nonzeros as a sparse matrix may have; what is not written takes no memory
 * yet.
 */
function allocate({ memory }: KernelEngine, { rows, columns, data }: ByteMatrix): Target {
  const capacity = Math.floor(rows * columns * SPARSE_UP_TO_DENSITY);
  const wide = columns > MAX_COLUMNS_U16;
  const sizes = [4 * (rows + 1), capacity, capacity * (wide ? 4 : 2)];
  const [copy, pointers, values, indices] = memory.allocateAll(data.length, ...sizes);
  memory.u8(copy, data.length).set(data);
  return { copy, values, indices, pointers, wide, capacity };
}

/** Compresses chunk after chunk of the copy; returns the number of nonzeros, or undefined when there are too many. */
async function fill(
  engine: KernelEngine,
  { rows, columns }: ByteMatrix,
  { copy, values, indices, pointers, wide, capacity }: Target,
  { threads, signal }: { threads: number | undefined; signal: AbortSignal | undefined },
): Promise<number | undefined> {
  const { memory } = engine;
  const rowsPerChunk = Math.max(1, Math.floor(CELLS_PER_CHUNK / columns));
  let filled = 0;
  memory.u32(pointers, 1)[0] = 0;
  for (let start = 0; start < rows; start += rowsPerChunk) {
    const count = Math.min(rowsPerChunk, rows - start);
    const own = pointers + 4 * start;
    const cells = copy + start * columns;
    const integers = [count, columns, cells, ROWS_PER_BLOCK, own, values, indices, wide ? 1 : 0];
    const job = {
      integers,
      blocks: Math.ceil(count / ROWS_PER_BLOCK),
      work: count * columns,
      threads,
      signal,
    };
    await engine.run({ kernel: KERNEL.countNonzeros, ...job });
    filled = addUp(memory.u32(own, count + 1));
    if (filled > capacity) return undefined;
    await engine.run({ kernel: KERNEL.compress, ...job });
  }
  return filled;
}

/** Turns counts into where the rows begin; returns where the last ends. */
function addUp(pointers: Uint32Array): number {
  for (let i = 1; i < pointers.length; i++) pointers[i] += pointers[i - 1];
  return pointers[pointers.length - 1];
}

function keepDense({ memory }: KernelEngine, { rows, columns }: ByteMatrix, copy: number): Compressed {
  const cells = rows * columns;
  return {
    design: { kind: 'dense', rows, columns, data: memory.u8(copy, cells) },
    stored: { format: DENSE_BYTES, rows, columns, cells, values: copy, indices: 0, pointers: 0 },
  };
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

import type { PreconditionTask, Preconditioner } from '../backend.js';
import type { KernelEngine } from './engine.js';
import { KERNEL, rowIntegers } from './job-layout.js';
import { lanesFor, packParameters, unpackSums } from './lanes.js';
import { rowsOf } from './row-sums.js';
import { withScope } from './scope.js';
import type { StoredDesign } from './stored-designs.js';

/** Columns of the Gram matrix that one block is for: about 200 KB of it at MNIST's width. */
const COLUMNS_PER_BLOCK = 64;

/** Most columns for which the matrix, of the square of their number, is made: 144 MB. */
export const MOST_COLUMNS = 6000;

/**
 * Forms the Gram matrix of some rows (floats, the upper triangle), adds the shift and factors it in place.
 *
 * @returns undefined when there are too many columns or a pivot is not above 0
 */
export async function factorGram(
  engine: KernelEngine,
  stored: StoredDesign,
  task: PreconditionTask,
  threads: number | undefined,
): Promise<Preconditioner | undefined> {
  const { columns } = stored;
  if (columns > MOST_COLUMNS) return undefined;
  const { memory } = engine;
  const size = columns + (task.constant === 0 ? 0 : 1);
  const width = 64 * Math.ceil((4 * (columns + 1)) / 64);
  const matrix = memory.allocate((columns + 1) * width);
  try {
    await fillGram(engine, stored, task, { matrix, width, threads });
    if (await factor(engine, task, { matrix, width, size, rows: task.rows?.length ?? stored.rows })) {
      return new FactoredGram(engine, columns, task.constant, { matrix, width, size });
    }
  } catch (error) {
    memory.free(matrix);
    throw error;
  }
  memory.free(matrix);
  return undefined;
}

interface GramMemory {
  readonly matrix: number;
  readonly width: number;
}

function fillGram(
  engine: KernelEngine,
  stored: StoredDesign,
  task: PreconditionTask,
  { matrix, width, threads }: GramMemory & { threads: number | undefined },
): Promise<void> {
  const { rows: order, constant, signal } = task;
  const rows = order?.length ?? stored.rows;
  const perRow = stored.cells / stored.rows;
  return withScope(engine.memory, (scope) =>
    engine.run({
      kernel: KERNEL.gram,
      integers: rowIntegers({
        ...rowsOf(stored, lanesFor(1, 'single')),
        rows,
        rowsPerBlock: COLUMNS_PER_BLOCK,
        stride: width,
        output: matrix,
        order: scope.copyIn(order),
      }),
      doubles: [constant],
      blocks: Math.ceil((stored.columns + 1) / COLUMNS_PER_BLOCK),
      work: (rows * perRow * perRow) / 2,
      threads,
      signal,
    }),
  );
}

/** Factors scale·G/rows + shift·I; tells whether that went well. */
function factor(
  engine: KernelEngine,
  { scale, share, shift, signal }: PreconditionTask,
  { matrix, width, size, rows }: GramMemory & { size: number; rows: number },
): Promise<boolean> {
  const { memory } = engine;
  let trace = 0;
  for (let i = 0; i < size; i++) trace += memory.f32(matrix + i * (width + 4), 1)[0];
  const scaled = scale / rows;
  return withScope(memory, async (scope) => {
    const failed = scope.allocate(4);
    await engine.run({
      inPlace: true,
      kernel: KERNEL.factor,
      integers: [matrix, size, width, failed],
      doubles: [scaled, share * scaled * (trace / size) + shift],
      blocks: 1,
      work: size ** 3 / 6,
      signal,
    });
    return memory.i32(failed, 1)[0] === -1;
  });
}

class FactoredGram implements Preconditioner {
  readonly #engine: KernelEngine;
  readonly #columns: number;
  readonly #constant: number;
  readonly #factor: GramMemory & { size: number };

  constructor(
    engine: KernelEngine,
    columns: number,
    constant: number,
    factor: GramMemory & { size: number },
  ) {
    this.#engine = engine;
    this.#columns = columns;
    this.#constant = constant;
    this.#factor = factor;
  }

  solve(vectors: Float64Array, classes: number): void {
    const { memory, kernels } = this.#engine;
    const { matrix, width, size } = this.#factor;
    const lanes = lanesFor(classes, 'single');
    const unit = this.#constant === 0 ? 0 : 1;
    const address = packParameters(memory, lanes, this.#columns, vectors, unit);
    kernels.solveFactored(matrix, size, width, address, lanes.stride);
    const count = (this.#columns + 1) * lanes.width;
    unpackSums(Float64Array.from(memory.f32(address, count)), lanes, this.#columns, unit, vectors);
    memory.free(address);
  }

  release(): void {
    this.#engine.memory.free(this.#factor.matrix);
  }
}

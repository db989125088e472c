import type { PreconditionTask, Preconditioner } from '../backend.js';
import { columnUnits } from '../column-units.js';
import { applyEnds, unitDiagonal, type UnitDiagonal } from '../unit-diagonal.js';
import type { KernelEngine } from './engine.js';
import { KERNEL, rowIntegers } from './job-layout.js';
import type { KernelParts } from './kernel-parts.js';
import { lanesFor, packParameters, unpackSums } from './lanes.js';
import { rowsOf } from './row-sums.js';
import { scaledRows } from './scaled-rows.js';
import { type Scope, withScope } from './scope.js';
import type { StoredDesign } from './stored-designs.js';

/** Most columns of the Gram matrix that one block is for: about 200 KB of it at MNIST's width. */
const COLUMNS_PER_BLOCK = 64;

/** Multiply-adds after which a block of the Gram matrix, or some rows of its factor, end: about ten milliseconds. */
const WORK_PER_BLOCK = 30_000_000;

/** Most columns for which the matrix, of the square of their number, is made: 144 MB. */
export const MOST_COLUMNS = 6000;

/** A symmetric matrix of floats, row by row. */
interface Square {
  readonly address: number;
  /** Bytes of a row. */
  readonly width: number;
  readonly size: number;
}

/**
 * Forms the Gram matrix of some rows (floats, the upper triangle), scales it to a unit diagonal, adds the share and
 * factors it in place.
 *
 * @returns undefined when there are too many columns, or it is not finite or not clearly positive
 */
export async function factorGram(
  parts: KernelParts,
  task: PreconditionTask,
): Promise<Preconditioner | undefined> {
  const { columns } = task.design;
  if (columns > MOST_COLUMNS) return undefined;
  const { memory } = parts.engine;
  const width = 64 * Math.ceil((4 * (columns + 1)) / 64);
  const address = memory.allocate((columns + 1) * width);
  const square = { address, width, size: columns + (task.constant === 0 ? 0 : 1) };
  let scaling: UnitDiagonal | undefined;
  try {
    scaling = await withScope(memory, async (scope) => {
      const units = await fillGram(parts, scope, task, square);
      const made = unitDiagonal(task, units, diagonalOf(parts.engine, square));
      return made && (await factor(parts.engine, scope, task, square, made)) ? made : undefined;
    });
  } finally {
    if (scaling === undefined) memory.free(address);
  }
  return scaling && new FactoredGram(parts.engine, task, square, scaling);
}

/** Fills the upper triangle with Σ x̃·x̃', and tells by what the columns were divided to be x̃. */
async function fillGram(
  { engine, designs, threads }: KernelParts,
  scope: Scope,
  task: PreconditionTask,
  { address, width }: Square,
): Promise<Float64Array> {
  const { design, rows: order, constant, signal } = task;
  const values = design.kind === 'csr' ? design.values : design.data;
  const bytes = values instanceof Uint8Array;
  // Bytes are never too large for floats.
  const units = bytes ? new Float64Array(design.columns).fill(1) : await columnUnits(design, signal);
  const stored: StoredDesign = bytes
    ? designs.get(design)
    : await scaledRows(scope, design, order, units, signal);
  const rows = order?.length ?? design.rows;
  const perRow = stored.cells / stored.rows;
  const columnsPerBlock = columnsOfBlock(rows * perRow);
  await engine.run({
    kernel: KERNEL.gram,
    integers: rowIntegers({
      ...rowsOf(stored, lanesFor(1, 'single')),
      rows,
      rowsPerBlock: columnsPerBlock,
      stride: width,
      output: address,
      order: bytes ? scope.copyIn(order) : 0,
    }),
    doubles: [constant],
    blocks: Math.ceil((stored.columns + 1) / columnsPerBlock),
    work: (rows * perRow * perRow) / 2,
    threads,
    signal,
  });
  return units;
}

/** So many columns that a block is soon done; whole registers. */
function columnsOfBlock(cells: number): number {
  const columns = Math.floor(WORK_PER_BLOCK / Math.max(1, cells));
  return Math.max(4, Math.min(COLUMNS_PER_BLOCK, columns - (columns % 4)));
}

function diagonalOf({ memory }: KernelEngine, { address, width, size }: Square): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => memory.f32(address + i * (width + 4), 1)[0]);
}

/** Makes the factor some rows at a time; tells whether that went well. */
async function factor(
  engine: KernelEngine,
  scope: Scope,
  { signal }: PreconditionTask,
  { address, width, size }: Square,
  { scales, diagonal, leastPivot }: UnitDiagonal,
): Promise<boolean> {
  const { memory } = engine;
  const failed = scope.copyIn(Int32Array.of(-1));
  const scalesAt = scope.copyIn(Float32Array.from(scales));
  for (let from = 0; from < size;) {
    let to = from;
    let work = 0;
    while (to < size && work < WORK_PER_BLOCK) work += (++to) ** 2 / 2;
    await engine.run({
      inPlace: true,
      kernel: KERNEL.factor,
      integers: [address, width, scalesAt, from, to, failed],
      doubles: [diagonal, leastPivot],
      blocks: 1,
      work,
      signal,
    });
    if (memory.i32(failed, 1)[0] !== -1) return false;
    from = to;
  }
  return true;
}

class FactoredGram implements Preconditioner {
  readonly #engine: KernelEngine;
  readonly #columns: number;
  readonly #constant: number;
  readonly #factor: Square;
  readonly #scaling: UnitDiagonal;

  constructor(
    engine: KernelEngine,
    { design, constant }: PreconditionTask,
    factored: Square,
    scaling: UnitDiagonal,
  ) {
    this.#engine = engine;
    this.#columns = design.columns;
    this.#constant = constant;
    this.#factor = factored;
    this.#scaling = scaling;
  }

  solve(vectors: Float64Array, classes: number): void {
    const { memory, kernels } = this.#engine;
    const { address: matrix, width, size } = this.#factor;
    const lanes = lanesFor(classes, 'single');
    const unit = this.#constant === 0 ? 0 : 1;
    applyEnds(this.#scaling, vectors, classes);
    const address = packParameters(memory, lanes, this.#columns, vectors, unit);
    kernels.solveFactored(matrix, size, width, address, lanes.stride);
    const count = (this.#columns + 1) * lanes.width;
    unpackSums(Float64Array.from(memory.f32(address, count)), lanes, this.#columns, unit, vectors);
    applyEnds(this.#scaling, vectors, classes);
    memory.free(address);
  }

  release(): void {
    this.#engine.memory.free(this.#factor.address);
  }
}

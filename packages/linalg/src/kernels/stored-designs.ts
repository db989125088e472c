import type { DesignMatrix } from '../design-matrix.js';
import { checkDesign } from './check-design.js';
import type { KernelMemory } from './kernel-memory.js';

/** A design matrix in the kernels' memory. */
export interface StoredDesign {
  /** See assembly/rows/formats.ts; for arithmetic in floats. */
  readonly format: number;
  readonly rows: number;
  readonly columns: number;
  /** Cells that are stored. */
  readonly cells: number;
  readonly values: number;
  readonly indices: number;
  readonly pointers: number;
}

/** What is added to a format for arithmetic in doubles. */
export const DOUBLE_FORMAT = 9;

/** The kernels' copies of design matrices, made when first met and kept until they are released or collected. */
export class StoredDesigns {
  readonly #memory: KernelMemory;
  readonly #stored = new WeakMap<DesignMatrix, StoredDesign>();
  readonly #collected: FinalizationRegistry<StoredDesign>;

  /** @param memory where they are kept */
  constructor(memory: KernelMemory) {
    this.#memory = memory;
    this.#collected = new FinalizationRegistry((stored) => this.#free(stored));
  }

  /**
   * The kernels' copy of a matrix.
   *
   * @throws ShapeError when the matrix is not what it says, MemoryLimitError when it does not fit
   */
  get(design: DesignMatrix): StoredDesign {
    const known = this.#stored.get(design);
    if (known !== undefined) return known;
    const stored = copyDesign(this.#memory, design);
    this.adopt(design, stored);
    return stored;
  }

  /** The kernels' copy of a matrix, if there is one. */
  known(design: DesignMatrix): StoredDesign | undefined {
    return this.#stored.get(design);
  }

  /** Keeps a matrix that already lies in the kernels' memory. */
  adopt(design: DesignMatrix, stored: StoredDesign): void {
    this.#stored.set(design, stored);
    this.#collected.register(design, stored, design);
  }

  /** Gives a matrix's memory back, as soon as no job can be reading it. */
  release(design: DesignMatrix): void {
    const stored = this.#stored.get(design);
    if (stored === undefined) return;
    this.#stored.delete(design);
    this.#collected.unregister(design);
    this.#free(stored);
  }

  #free({ values, indices, pointers }: StoredDesign): void {
    this.#memory.retire(values, indices, pointers);
  }
}

/**
 * Copies a matrix into the kernels' memory.
 *
 * @throws ShapeError when the matrix is not what it says, MemoryLimitError when it does not fit
 */
export function copyDesign(memory: KernelMemory, design: DesignMatrix): StoredDesign {
  checkDesign(design);
  const { rows, columns } = design;
  if (design.kind === 'dense') {
    const { data } = design;
    const values = memory.copyIn(data);
    return { format: valueKind(data), rows, columns, cells: data.length, values, indices: 0, pointers: 0 };
  }
  const { values: cells, columnIndices, rowPointers } = design;
  const format = valueKind(cells) + (columnIndices instanceof Uint16Array ? 3 : 6);
  const [values, indices, pointers] = memory.copyAllIn(cells, columnIndices, rowPointers);
  return { format, rows, columns, cells: cells.length, values, indices, pointers };
}

function valueKind(values: Float64Array | Float32Array | Uint8Array): number {
  if (values instanceof Uint8Array) return 0;
  return values instanceof Float32Array ? 1 : 2;
}

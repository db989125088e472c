import { ByteMatrix, DoubleMatrix } from '@tenfold/linalg';

import type { MemoryAccount } from './memory-account.js';

const SMALLEST_BLOCK = 1 << 16;
const LARGEST_BLOCK = 1 << 26;

/** Rows in one stretch. */
interface Block {
  readonly data: Uint8Array | Float64Array;
  rows: number;
}

/**
 * The values of the features, row after row, in blocks that are never moved while rows come. They are bytes until the
 * first value that is none; rows that have been taken by then stay bytes until the end.
 */
export class FeatureValues {
  private readonly blocks: Block[] = [];
  private block: Block | undefined;
  private capacity = 0;
  private bytes = true;
  private count = 0;

  constructor(
    private readonly columns: number,
    private readonly account: MemoryAccount,
  ) {
    account.perRow += columns;
  }

  /** Takes a row: a copy of its values. */
  add(row: Float64Array): void {
    if (this.bytes && !row.every(isByte)) {
      this.bytes = false;
      this.capacity = 0;
      this.account.perRow += 7 * this.columns;
    }
    const block = this.block !== undefined && this.block.rows < this.capacity ? this.block : this.open();
    block.data.set(row, block.rows * this.columns);
    block.rows++;
    this.count++;
  }

  /** The values as a matrix: of bytes when all of them are. The blocks are let go of. Yields the work done. */
  *toMatrix(): Generator<number, DoubleMatrix | ByteMatrix> {
    const { count, columns } = this;
    const flat = this.bytes ? new Uint8Array(count * columns) : new Float64Array(count * columns);
    let at = 0;
    for (let block = this.blocks.shift(); block !== undefined; block = this.blocks.shift()) {
      const length = block.rows * columns;
      flat.set(block.data.subarray(0, length), at);
      at += length;
      yield length;
    }
    return flat instanceof Uint8Array
      ? new ByteMatrix(count, columns, flat)
      : new DoubleMatrix(count, columns, flat);
  }

  /** A block as large as all before it together. */
  private open(): Block {
    const size = this.bytes ? 1 : 8;
    const row = size * this.columns;
    const wanted = Math.min(Math.max(this.count * row, SMALLEST_BLOCK), LARGEST_BLOCK);
    this.capacity = Math.max(1, Math.floor(wanted / row));
    this.account.take(this.capacity * row);
    const length = this.capacity * this.columns;
    this.block = { data: this.bytes ? new Uint8Array(length) : new Float64Array(length), rows: 0 };
    this.blocks.push(this.block);
    return this.block;
  }
}

function isByte(value: number): boolean {
  return (value & 255) === value;
}

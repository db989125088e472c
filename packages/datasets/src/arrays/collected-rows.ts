import { formatQuantity } from '@tenfold/core';
import { ByteMatrix, Matrix } from '@tenfold/linalg';

import { ArrayDataError } from './array-data-error.js';
import type { Numbers } from './grey.js';

/** Where rows are collected: bytes as long as all values are whole numbers of 0 to 255, else doubles. */
export class CollectedRows {
  private bytes: Uint8Array | undefined;
  private doubles: Float64Array[] = [];
  private rows = 0;

  /**
   * @param source what errors call the array
   * @param count how many rows will come
   * @param columns values in each
   * @param floats whether the values are no integers, which stay doubles even when all of them are whole
   * @param maxBytes the most bytes that the rows may take
   * @throws ArrayDataError when they take more
   */
  constructor(
    private readonly source: string,
    private readonly count: number,
    private readonly columns: number,
    floats: boolean,
    private readonly maxBytes: number,
  ) {
    this.checkMemory(floats ? 8 : 1);
    if (!floats) this.bytes = new Uint8Array(count * columns);
  }

  /**
   * Takes the next rows.
   *
   * @param values whole rows, in an array that is nobody else's
   * @throws ArrayDataError when they are the first that do not fit bytes, and there is not memory enough for doubles
   */
  add(values: Numbers): void {
    if (this.bytes !== undefined && !(values instanceof Uint8Array || areBytes(values))) {
      this.checkMemory(8);
      const before = this.bytes.subarray(0, this.rows * this.columns);
      this.bytes = undefined;
      this.rows = 0;
      this.addDoubles(before);
    }
    if (this.bytes === undefined) this.addDoubles(values);
    else {
      this.bytes.set(values, this.rows * this.columns);
      this.rows += values.length / this.columns;
    }
  }

  finish(): Matrix | ByteMatrix {
    if (this.bytes !== undefined) return new ByteMatrix(this.count, this.columns, this.bytes);
    const matrix = new Matrix(this.count, 0) as { -readonly [K in keyof Matrix]: Matrix[K] } & {
      data: Float64Array[];
    };
    matrix.data = this.doubles;
    matrix.columns = this.columns;
    return matrix;
  }

  /** A row is a view on the block that it came in: no more copies than for the doubles themselves. */
  private addDoubles(values: Numbers): void {
    const block = values instanceof Float64Array ? values : Float64Array.from(values);
    for (let at = 0; at < block.length; at += this.columns)
      this.doubles.push(block.subarray(at, at + this.columns));
    this.rows += block.length / this.columns;
  }

  private checkMemory(itemSize: number): void {
    const bytes = this.count * this.columns * itemSize;
    if (bytes <= this.maxBytes) return;
    const received = `${this.count} × ${this.columns} values of ${formatQuantity(itemSize, 'byte')}, ${bytes} bytes`;
    const advice = 'give fewer rows, or whole numbers from 0 to 255, which take a byte each';
    throw new ArrayDataError(
      this.source,
      'too-large',
      `at most ${this.maxBytes} bytes of memory`,
      received,
      advice,
    );
  }
}

function areBytes(values: Numbers): boolean {
  for (const value of values) if (value < 0 || value > 255 || !Number.isInteger(value)) return false;
  return true;
}

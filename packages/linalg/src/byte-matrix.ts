import { ShapeError } from '@tenfold/core';
import { AbstractMatrix } from 'ml-matrix';

/**
 * A dense matrix of bytes, row after row in one Uint8Array: images as they are on disk, at an eighth of the
 * size of doubles. It is a full ml-matrix matrix (it prints, converts and multiplies like any other), and
 * `row`, `rowRange` and `data` give its bytes without a copy.
 */
export class ByteMatrix extends AbstractMatrix {
  override readonly rows: number;
  override readonly columns: number;
  /** The bytes, row after row: element (i, j) is `data[i * columns + j]`. */
  readonly data: Uint8Array;

  /**
   * @param rows number of rows, 0 or more
   * @param columns number of columns, 0 or more
   * @param data `rows * columns` bytes, used as they are and not copied (a canvas's Uint8ClampedArray too); zeros when left out
   * @throws ShapeError when the bytes do not fill the shape exactly
   */
  constructor(
    rows: number,
    columns: number,
    data: Uint8Array | Uint8ClampedArray = new Uint8Array(rows * columns),
  ) {
    super();
    if (data.length !== rows * columns) {
      throw new ShapeError('ByteMatrix', `${rows} × ${columns} = ${rows * columns} bytes`, `${data.length}`);
    }
    this.rows = rows;
    this.columns = columns;
    this.data = data instanceof Uint8ClampedArray ? bytesOf(data) : data;
  }

  override get(rowIndex: number, columnIndex: number): number {
    return this.data[rowIndex * this.columns + columnIndex];
  }

  /** Sets one byte; a value outside 0 to 255 wraps around as in a Uint8Array. */
  override set(rowIndex: number, columnIndex: number, value: number): this {
    this.data[rowIndex * this.columns + columnIndex] = value;
    return this;
  }

  /** The bytes of one row, as a view. */
  row(index: number): Uint8Array {
    return this.data.subarray(index * this.columns, (index + 1) * this.columns);
  }

  /** The rows from `start` up to but not including `end`, as a view on the same bytes. */
  rowRange(start: number, end: number): ByteMatrix {
    return new ByteMatrix(
      end - start,
      this.columns,
      this.data.subarray(start * this.columns, end * this.columns),
    );
  }

  /** The rows named, in the order named, copied into a matrix of their own. */
  takeRows(indices: ArrayLike<number>): ByteMatrix {
    const taken = new ByteMatrix(indices.length, this.columns);
    for (let i = 0; i < indices.length; i++) taken.data.set(this.row(indices[i]), i * this.columns);
    return taken;
  }
}

/** The same memory as bytes that wrap around. */
function bytesOf({ buffer, byteOffset, length }: Uint8ClampedArray): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}

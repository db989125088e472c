import { ShapeError } from '@tenfold/core';
import { Matrix } from 'ml-matrix';

/**
 * A dense matrix of doubles, row after row in one Float64Array: for millions of rows, each of which would else be an
 * array by itself and take some hundred bytes beside its values. It is a full ml-matrix `Matrix`, except that its shape
 * cannot change; `row`, `rowRange` and `data` give its values without a copy.
 */
export class DoubleMatrix extends Matrix {
  override readonly rows: number;
  override readonly columns: number;
  /** The values, row after row: element (i, j) is `data[i * columns + j]`. */
  readonly data: Float64Array;

  /**
   * @param rows number of rows, 0 or more
   * @param columns number of columns, 0 or more
   * @param data `rows * columns` doubles, used as they are and not copied; zeros when left out
   * @throws ShapeError when the values do not fill the shape exactly
   */
  constructor(rows: number, columns: number, data: Float64Array = new Float64Array(rows * columns)) {
    super(0, columns);
    if (data.length !== rows * columns) {
      const expected = `${rows} × ${columns} = ${rows * columns} doubles`;
      throw new ShapeError('DoubleMatrix', expected, `${data.length}`);
    }
    this.rows = rows;
    this.columns = columns;
    this.data = data;
  }

  override get(rowIndex: number, columnIndex: number): number {
    return this.data[rowIndex * this.columns + columnIndex];
  }

  override set(rowIndex: number, columnIndex: number, value: number): this {
    this.data[rowIndex * this.columns + columnIndex] = value;
    return this;
  }

  /** The values of one row, as a view. */
  row(index: number): Float64Array {
    return this.data.subarray(index * this.columns, (index + 1) * this.columns);
  }

  /** The rows from `start` up to but not including `end`, as a view on the same values. */
  rowRange(start: number, end: number): DoubleMatrix {
    return new DoubleMatrix(
      end - start,
      this.columns,
      this.data.subarray(start * this.columns, end * this.columns),
    );
  }

  /** The rows named, in the order named, copied into a matrix of their own. */
  takeRows(indices: ArrayLike<number>): DoubleMatrix {
    const taken = new DoubleMatrix(indices.length, this.columns);
    for (let i = 0; i < indices.length; i++) taken.data.set(this.row(indices[i]), i * this.columns);
    return taken;
  }

  /** Throws a ShapeError: the shape cannot change. */
  override addRow(): never {
    return this.refuse('addRow');
  }

  /** Throws a ShapeError: the shape cannot change. */
  override removeRow(): never {
    return this.refuse('removeRow');
  }

  /** Throws a ShapeError: the shape cannot change. */
  override addColumn(): never {
    return this.refuse('addColumn');
  }

  /** Throws a ShapeError: the shape cannot change. */
  override removeColumn(): never {
    return this.refuse('removeColumn');
  }

  private refuse(method: string): never {
    const received = 'a flat one; new Matrix(matrix) is a copy whose shape can';
    throw new ShapeError(`DoubleMatrix.${method}`, 'a matrix whose shape can change', received);
  }
}

/** Tells whether a matrix holds doubles in one stretch, also when it comes from a second copy of this package. */
export function isDoubleMatrix(value: unknown): value is DoubleMatrix {
  return Matrix.isMatrix(value) && 'data' in value && value.data instanceof Float64Array;
}

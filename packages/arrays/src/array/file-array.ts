import { checkInteger } from '@tenfold/core';

import { ArrayFileError, type ArrayFilePlace } from '../array-file-error.js';
import type { Content } from '../bytes/content.js';
import type { ArrayEntry, IndexRange } from './array-entry.js';
import { decodeElements, type Elements, ITEM_SIZES } from './dtypes.js';
import { gather, type ReadLimits, type Spans } from './gather.js';
import { imagesOf, kindOf, rowsOf } from './kind.js';
import { type ArrayLayout, describeShape, product } from './layout.js';
import type { TextLayout } from './text-array.js';

/** An array whose elements lie in the content of a file, behind its header. */
export class FileArray implements ArrayEntry {
  readonly dtype;
  readonly shape;
  readonly fortranOrder;
  readonly byteOrder;
  readonly kind;
  readonly images;
  readonly rows: number;
  readonly rowLength: number;
  readonly byteLength: number;
  readonly trailingBytes: number;
  private readonly itemSize: number;

  constructor(
    readonly name: string,
    private readonly layout: ArrayLayout,
    private readonly content: Content,
    private readonly limits: ReadLimits,
  ) {
    const { dtype, shape } = layout;
    this.dtype = dtype;
    this.shape = shape;
    this.fortranOrder = layout.fortranOrder;
    this.byteOrder = layout.byteOrder;
    this.kind = kindOf(shape, dtype);
    this.images = imagesOf(shape, dtype);
    ({ rows: this.rows, rowLength: this.rowLength } = rowsOf(shape));
    this.byteLength = layout.bodyLength;
    const whole = layout.headerLength + layout.bodyLength;
    this.trailingBytes = (content.size ?? whole) - whole;
    this.itemSize = ITEM_SIZES[dtype];
  }

  readRows(start: number, count: number, signal?: AbortSignal): Promise<Elements> {
    return this.readBlock([start, count], [0, this.rowLength], signal);
  }

  async readBlock(rows: IndexRange, columns: IndexRange, signal?: AbortSignal): Promise<Elements> {
    checkIndexRange('readBlock', 'rows', rows, this.rows);
    checkIndexRange('readBlock', 'columns', columns, this.rowLength);
    const bytes = rows[1] * columns[1] * this.itemSize;
    checkInteger('readBlock', 'the number of bytes read', bytes, { max: this.limits.maxReadBytes });
    const block = await (this.runsByColumns
      ? this.columnRuns(rows, columns, signal)
      : this.rowRuns(rows, columns, signal));
    return decodeElements(block, this.layout);
  }

  async readBytes(start: number, count: number, signal?: AbortSignal): Promise<Uint8Array> {
    checkIndexRange('readBytes', 'bytes', [start, count], this.byteLength);
    checkInteger('readBytes', 'count', count, { max: this.limits.maxReadBytes });
    return this.readBody(start, count, signal);
  }

  verify(signal?: AbortSignal): Promise<boolean> {
    return this.content.verify(signal);
  }

  /** Whether neighbours in the file are neighbours in a column. For vectors both orders are the same. */
  private get runsByColumns(): boolean {
    return this.fortranOrder && this.shape.length > 1;
  }

  private async rowRuns([row, rows]: IndexRange, [column, columns]: IndexRange, signal?: AbortSignal) {
    const { rowLength, itemSize } = this;
    if (columns === rowLength)
      return this.readBody(row * rowLength * itemSize, rows * rowLength * itemSize, signal);
    const size = rowLength * itemSize;
    const first = this.layout.headerLength + row * size + column * itemSize;
    const length = columns * itemSize;
    return this.gather(
      {
        count: rows,
        length,
        offsetOf: (i) => first + i * size,
        span: [first, (rows - 1) * size + length],
        what: 'rows',
      },
      signal,
    );
  }

  private async columnRuns([row, rows]: IndexRange, [column, columns]: IndexRange, signal?: AbortSignal) {
    const { headerLength, bodyLength } = this.layout;
    const offsetOf = (i: number) =>
      headerLength + (row + this.rows * this.fortranColumn(column + i)) * this.itemSize;
    const length = rows * this.itemSize;
    const what = 'columns, in an array that is stored column by column';
    const span = [headerLength, bodyLength] as const;
    const bytes = await this.gather({ count: columns, length, offsetOf, span, what }, signal);
    return transpose(bytes, columns, rows, this.itemSize);
  }

  /** Where a column stands in the file: its indices count from the last dimension, there from the first. */
  private fortranColumn(column: number): number {
    const sizes = this.shape.slice(1);
    let position = 0;
    let rest = column;
    let below = product(sizes);
    for (let axis = sizes.length - 1; axis >= 0; axis--) {
      below /= sizes[axis];
      position += (rest % sizes[axis]) * below;
      rest = Math.floor(rest / sizes[axis]);
    }
    return position;
  }

  private async gather(spans: Spans, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    signal?.throwIfAborted();
    return gather(this.content, spans, this.limits, signal);
  }

  private async readBody(start: number, length: number, signal?: AbortSignal) {
    signal?.throwIfAborted();
    return this.content.read(this.layout.headerLength + start, length, signal);
  }
}

/**
 * Checks that a file is as long as its header says.
 *
 * @throws ArrayFileError when it is shorter, or longer in a format that ends with its elements
 */
export function checkLength(
  layout: ArrayLayout | TextLayout,
  size: number,
  place: ArrayFilePlace,
  mayGoOn: boolean,
): void {
  const { shape, headerLength, bodyLength } = layout;
  const end = headerLength + bodyLength;
  if (size === end || (size > end && mayGoOn)) return;
  throw new ArrayFileError(place, {
    problem: size < end ? 'truncated' : 'length',
    expected: `${end} bytes for ${describeShape(shape)} of ${'text' in layout ? layout.text.descr : layout.dtype} behind a header of ${headerLength}`,
    received: `${size}`,
    offset: Math.min(size, end),
  });
}

function checkIndexRange(owner: string, what: string, [start, count]: IndexRange, size: number): void {
  checkInteger(owner, `the first of the ${what}`, start, { min: 0, max: size });
  checkInteger(owner, `the number of ${what}`, count, { min: 0, max: size - start });
}

function transpose(
  bytes: Uint8Array,
  rows: number,
  columns: number,
  itemSize: number,
): Uint8Array<ArrayBuffer> {
  const turned = new Uint8Array(bytes.length);
  for (let row = 0, from = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const to = (column * rows + row) * itemSize;
      for (let i = 0; i < itemSize; i++) turned[to + i] = bytes[from++];
    }
  }
  return turned;
}

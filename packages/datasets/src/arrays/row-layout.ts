import type { ArrayEntry } from '@tenfold/arrays';

import { ArrayDataError } from './array-data-error.js';
import { labelCount } from './label-shape.js';
import { describeShape } from './opened-file.js';

/** How an array's elements become rows of features or of grey pixels. */
export interface RowLayout {
  readonly rows: number;
  readonly columns: number;
  readonly imageShape: readonly [height: number, width: number] | null;
  /** What an element of the array is: a value of its own, or a part of a colour that lies beside its others or apart. */
  readonly colours: 'none' | 'beside' | 'apart';
  /** Values of a pixel in the file. */
  readonly channels: number;
  /** Whether a picture's columns lie one after the other, instead of its rows. */
  readonly byColumns: boolean;
}

/**
 * How rows lie in an array: n × features, n × height × width, or one of these with a dimension for the colours.
 *
 * @throws ArrayDataError when it holds neither rows nor images
 */
export function rowLayout(entry: ArrayEntry, source: string, transpose: boolean): RowLayout {
  const { shape, images } = entry;
  const [rows, ...inner] = shape;
  const plain = { rows, colours: 'none', channels: 1, byColumns: transpose } as const;
  if (shape.length === 2 && !transpose)
    return filled({ ...plain, columns: inner[0], imageShape: null }, source, shape);
  if (shape.length === 3)
    return filled({ ...plain, ...pixels(inner[0], inner[1], transpose) }, source, shape);
  if (shape.length === 4) {
    const [a, b, c] = inner;
    const apart = images === undefined ? c !== 1 && a === 1 : images.channelAxis === 'first';
    const [height, width, channels] = apart ? [b, c, a] : [a, b, c];
    if ([1, 3, 4].includes(channels)) {
      const colours = channels === 1 ? 'none' : apart ? 'apart' : 'beside';
      return filled({ ...plain, ...pixels(height, width, transpose), colours, channels }, source, shape);
    }
  }
  throw wrongShape(source, shape, transpose);
}

function pixels(
  first: number,
  second: number,
  transpose: boolean,
): Pick<RowLayout, 'columns' | 'imageShape'> {
  return { columns: first * second, imageShape: transpose ? [second, first] : [first, second] };
}

function filled(layout: RowLayout, source: string, shape: readonly number[]): RowLayout {
  if (layout.rows > 0 && layout.columns > 0) return layout;
  throw new ArrayDataError(
    source,
    'shape',
    'at least one row and one column',
    describeShape(shape),
    'give another array',
  );
}

function wrongShape(source: string, shape: readonly number[], transpose: boolean): ArrayDataError {
  const expected = transpose
    ? 'images of count × height × width, of which columns can be made rows'
    : 'images of count × height × width or rows of count × features';
  const received =
    labelCount(shape) === undefined || shape.length === 2
      ? `an array of ${describeShape(shape)}`
      : `a list of ${describeShape(shape)}, as labels are`;
  return new ArrayDataError(
    source,
    'shape',
    expected,
    received,
    'give the array of the images, or reshape it',
  );
}

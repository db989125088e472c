import type { DType } from './dtypes.js';
import { product } from './layout.js';

/** The form in which an array is shown. */
export type ArrayKind = 'images' | 'table' | 'vector' | 'scalar' | 'other';

/** How images lie in an array. */
export interface ImageLayout {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  /** Values of a pixel: grey, colours, colours with opacity. */
  readonly channels: 1 | 3 | 4;
  /** Whether a pixel's values lie together (`last`), or each channel is a picture of its own (`first`). */
  readonly channelAxis: 'first' | 'last';
  /** Rows of the array, as `readRows` counts them, that make an image. */
  readonly rowsPerImage: number;
}

/** Smaller ones may be anything. */
const MIN_SIDE = 2;
/** The largest side of an image: larger arrays are taken for tables. */
const MAX_SIDE = 8192;
/** The digits of 8 × 8 are the smallest images that are common as rows of a table. */
const MIN_SQUARE = 8;
const WIDE: readonly DType[] = ['int64', 'uint64'];

/** Guesses what an array is from its shape and type. */
export function kindOf(shape: readonly number[], dtype: DType): ArrayKind {
  if (shape.length === 0) return 'scalar';
  if (shape.length === 1) return 'vector';
  if (shape.length === 2) return 'table';
  return stackOf(shape, dtype) === undefined ? 'other' : 'images';
}

/**
 * Guesses how images lie in an array: in a stack of pictures, or, for a table, one in each row when it has as many
 * columns as a square has pixels (784 are 28 × 28).
 */
export function imagesOf(shape: readonly number[], dtype: DType): ImageLayout | undefined {
  if (shape.length !== 2) return stackOf(shape, dtype);
  const [count, columns] = shape;
  const side = Math.sqrt(columns);
  if (!Number.isInteger(side) || side < MIN_SQUARE || WIDE.includes(dtype)) return undefined;
  return layout(count, side, side, 1, 'last');
}

function stackOf(shape: readonly number[], dtype: DType): ImageLayout | undefined {
  if (WIDE.includes(dtype)) return undefined;
  if (shape.length === 3) return greyStack(shape) ?? colourPicture(shape);
  if (shape.length !== 4) return undefined;
  const [count, a, b, c] = shape;
  return layout(count, a, b, c, 'last') ?? layout(count, b, c, a, 'first');
}

function greyStack([count, height, width]: readonly number[]): ImageLayout | undefined {
  // Three or four columns are a picture's colours rather than a picture.
  return isColour(width) && height > 4 ? undefined : layout(count, height, width, 1, 'last');
}

function colourPicture([height, width, channels]: readonly number[]): ImageLayout | undefined {
  const image = isColour(channels) ? layout(1, height, width, channels, 'last') : undefined;
  return image && { ...image, rowsPerImage: height };
}

function layout(
  count: number,
  height: number,
  width: number,
  channels: number,
  channelAxis: 'first' | 'last',
): ImageLayout | undefined {
  if (channels !== 1 && !isColour(channels)) return undefined;
  if (Math.min(height, width) < MIN_SIDE || Math.max(height, width) > MAX_SIDE) return undefined;
  return { count, height, width, channels: channels as 1 | 3 | 4, channelAxis, rowsPerImage: 1 };
}

function isColour(channels: number): boolean {
  return channels === 3 || channels === 4;
}

/** Rows of an array and elements in each: a number is one row of one, a vector rows of one. */
export function rowsOf(shape: readonly number[]): { rows: number; rowLength: number } {
  return shape.length === 0
    ? { rows: 1, rowLength: 1 }
    : { rows: shape[0], rowLength: product(shape.slice(1)) };
}

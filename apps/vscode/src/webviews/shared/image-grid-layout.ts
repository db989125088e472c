import { clamp, type VisibleRange, visibleItems } from './virtual-scroll.js';

/** Where the images of a grid lie, in CSS pixels. */
export interface GridLayout {
  readonly columns: number;
  readonly rows: number;
  /** An image's width and height as it is shown. */
  readonly imageWidth: number;
  readonly imageHeight: number;
  /** Height of the text below an image; 0 when there is no room for one. */
  readonly caption: number;
  /** From one image to the next, and from one row to the next. */
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Space at the left and at the top. */
  readonly margin: number;
  /** Height of all rows. */
  readonly total: number;
}

/** The smallest and the largest side of an image as it is shown. */
export const SMALLEST_TILE = 16;
/** The largest side of an image as it is shown. */
export const LARGEST_TILE = 320;

const CAPTION = 18;
/** Narrower images have no text below them. */
const NARROWEST_CAPTION = 36;
const MARGIN = 8;

/**
 * Lays images out in rows. A pixel of an image takes a whole number of the screen's pixels where it takes one at all.
 *
 * @param width what there is room for
 * @param count of images
 * @param shape height and width of an image in its own pixels
 * @param tile the side that an image is to have about
 * @param ratio the screen's pixels in a CSS pixel
 */
export function gridLayout(
  width: number,
  count: number,
  shape: readonly [height: number, width: number],
  tile: number,
  ratio: number,
): GridLayout {
  const [height, wide] = shape;
  const side = Math.max(height, wide, 1);
  const scale = (tile * ratio) / side;
  const whole = (scale >= 1 ? Math.round(scale) : scale) / ratio;
  const imageWidth = Math.max(1, wide * whole);
  const imageHeight = Math.max(1, height * whole);
  const caption = imageWidth >= NARROWEST_CAPTION ? CAPTION : 0;
  const gap = caption > 0 ? 10 : 4;
  const cellWidth = imageWidth + gap;
  const cellHeight = imageHeight + caption + gap;
  const columns = Math.max(1, Math.floor((width - MARGIN) / cellWidth));
  const rows = Math.ceil(count / columns);
  const total = rows * cellHeight + MARGIN;
  return { columns, rows, imageWidth, imageHeight, caption, cellWidth, cellHeight, margin: MARGIN, total };
}

/** The visible images. */
export function visibleImages(
  { columns, rows, cellHeight, margin }: GridLayout,
  count: number,
  position: number,
  viewport: number,
): VisibleRange {
  const { first, end } = visibleItems(Math.max(0, position - margin), viewport, cellHeight, rows);
  return { first: Math.min(first * columns, count), end: Math.min(end * columns, count) };
}

/** What lies under a point. */
export interface GridHit {
  readonly image: number;
  /** The pixel of the image, from its upper left corner; undefined beside the image, on its text. */
  readonly pixel: readonly [x: number, y: number] | undefined;
}

/**
 * The image under a point.
 *
 * @param layout of the grid
 * @param count of images
 * @param shape height and width of an image in its own pixels
 * @param x from the grid's left
 * @param y from the top of all rows
 * @returns undefined between images
 */
export function imageAt(
  layout: GridLayout,
  count: number,
  shape: readonly [height: number, width: number],
  x: number,
  y: number,
): GridHit | undefined {
  const [height, width] = shape;
  const { columns, cellWidth, cellHeight, imageWidth, imageHeight, caption, margin } = layout;
  const column = Math.floor((x - margin) / cellWidth);
  const row = Math.floor((y - margin) / cellHeight);
  const image = row * columns + column;
  if (column < 0 || column >= columns || row < 0 || image >= count) return undefined;
  const [inX, inY] = [x - margin - column * cellWidth, y - margin - row * cellHeight];
  if (inX >= imageWidth || inY >= imageHeight + caption) return undefined;
  if (inY >= imageHeight) return { image, pixel: undefined };
  const pixelX = Math.floor((inX / imageWidth) * width);
  const pixelY = Math.floor((inY / imageHeight) * height);
  return { image, pixel: [clamp(pixelX, 0, width - 1), clamp(pixelY, 0, height - 1)] };
}

/**
 * Where a key moves the focus of a grid of images.
 *
 * @param at the focused image
 * @param key as the keyboard event names it
 * @param control whether Ctrl or Cmd is held
 * @param layout of the grid
 * @param page how many rows are visible at a time
 * @param count of images
 * @returns undefined when the key moves nothing
 */
export function moveImage(
  at: number,
  key: string,
  control: boolean,
  layout: Pick<GridLayout, 'columns'>,
  page: number,
  count: number,
): number | undefined {
  const { columns } = layout;
  const column = at % columns;
  const start = at - column;
  const last = count - 1;
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at < columns ? at : at - columns,
    ArrowDown:
      at + columns > last && start + columns <= last ? last : at + columns > last ? at : at + columns,
    Home: control ? 0 : start,
    End: control ? last : start + columns - 1,
    PageUp: at - columns * Math.min(page, Math.floor(at / columns)),
    PageDown: at + columns * Math.min(page, Math.max(0, Math.floor((last - at) / columns))),
  };
  return Object.hasOwn(moves, key) ? clamp(moves[key], 0, last) : undefined;
}

/**
 * What lies above what is seen, counted in images, so that it can be found again when the grid is wider or the images
 * are larger.
 */
export function imagesAbove({ columns, cellHeight, margin }: GridLayout, position: number): number {
  return ((position - margin) / cellHeight) * columns;
}

/** Where to scroll so that a number of images lie above; the inverse of `imagesAbove`. */
export function positionBelow({ columns, cellHeight, margin }: GridLayout, above: number): number {
  return Math.max(0, margin + (above / columns) * cellHeight);
}

/** The next size of the images in a direction: a quarter larger or smaller. */
export function zoomTile(tile: number, direction: 1 | -1): number {
  return Math.round(clamp(direction > 0 ? tile * 1.25 : tile / 1.25, SMALLEST_TILE, LARGEST_TILE));
}

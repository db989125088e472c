import { largest } from '@tenfold/linalg';

import { FAINT, INK, PAPER } from '../colors/palette.js';
import type { Mark, PixelImage, Scene, SceneTable, TextMark } from '../scene.js';
import { fitText, measureText } from '../text/measure-text.js';

/** What a grid of images is laid out from. */
export interface ImageGrid {
  readonly title: string;
  readonly desc: string;
  readonly table: SceneTable;
  readonly images: readonly PixelImage[];
  /** A line of text above each image; an empty array for none. */
  readonly titles: readonly string[];
  readonly columns: number;
  /** Pixels of the screen for a pixel of an image. */
  readonly scale: number;
  /** A thin line around each image, for those that are light at their edges. */
  readonly isOutlined?: boolean;
}

const MARGIN = 16;
/** Between images; of many they stand closer. */
const GAP = 16;
const NARROW_GAP = 8;
/** A title belongs to the image below it, and not to the one above. */
const NARROW_ROW_GAP = 14;
const MANY = 100;
/** The room that long titles may take at least. */
const WIDE_TITLE = 260;
const NARROW_TITLE = 64;
/** An image of one pixel across is drawn at least as thick. */
const THINNEST = 8;
const TITLE_SIZES = [16, 15, 14, 13, 12, 11] as const;
const TITLE_GAP = 7;

/** Lays images out in rows, each with its title above it. */
export function imageGridScene(grid: ImageGrid): Scene {
  const { images, titles, scale } = grid;
  const places = images.map((image) => ({
    width: sideOf(image.columns * scale),
    height: sideOf(image.rows * scale),
  }));
  const imageWidth = largest(places.map(({ width }) => width));
  const imageHeight = largest(places.map(({ height }) => height));
  const size = titleSize(titles, imageWidth);
  const widest = largest(
    titles.map((title) => measureText(title, size)),
    0,
  );
  // Titles may make the columns wider than the images, but not by more than half.
  const room = images.length > MANY ? NARROW_TITLE : WIDE_TITLE;
  const cellWidth = Math.max(
    imageWidth,
    Math.min(Math.ceil(widest * 1.04), Math.max(Math.ceil(imageWidth * 1.5), room), 420),
  );
  const [gap, rowGap] = images.length > MANY ? [NARROW_GAP, NARROW_ROW_GAP] : [GAP, GAP];
  const titleHeight = titles.length === 0 ? 0 : size + TITLE_GAP;
  const cellHeight = titleHeight + imageHeight;
  const columns = Math.max(1, Math.min(grid.columns, images.length));
  const rows = Math.max(1, Math.ceil(images.length / columns));
  const marks = images.flatMap((image, index): Mark[] => {
    const x = MARGIN + (index % columns) * (cellWidth + gap);
    const y = MARGIN + Math.floor(index / columns) * (cellHeight + rowGap);
    const label = titles[index] ?? `Image ${index}`;
    const { width, height } = places[index];
    // On whole pixels, so that squares are sharp.
    const place = { x: Math.round(x + (cellWidth - width) / 2), y: y + titleHeight, width, height };
    return [
      ...(titles.length === 0 ? [] : [titleMark(label, x + cellWidth / 2, y, size, cellWidth + gap - 6)]),
      ...(grid.isOutlined === true ? [outline(place)] : []),
      { kind: 'image', ...place, image, label },
    ];
  });
  return {
    width: 2 * MARGIN + columns * cellWidth + (columns - 1) * gap,
    height: 2 * MARGIN + rows * cellHeight + (rows - 1) * rowGap,
    title: grid.title,
    desc: grid.desc,
    background: PAPER,
    marks,
    table: grid.table,
    picture: { kind: 'images', images, titles },
  };
}

/** The side of an image on the screen; one pixel across would hardly be seen. */
function sideOf(pixels: number): number {
  return Math.max(THINNEST, pixels);
}

function outline({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Mark {
  return { kind: 'rect', x: x - 1, y: y - 1, width: width + 2, height: height + 2, fill: FAINT };
}

function titleSize(titles: readonly string[], width: number): number {
  const fits = (size: number): boolean => titles.every((title) => measureText(title, size) <= width * 1.2);
  return TITLE_SIZES.find(fits) ?? TITLE_SIZES[TITLE_SIZES.length - 1];
}

function titleMark(text: string, x: number, top: number, size: number, width: number): TextMark {
  const fitted = fitText(text, size, width);
  return { kind: 'text', x, y: top + size * 0.86, text: fitted, size, fill: INK, anchor: 'middle' };
}

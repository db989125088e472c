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
const GAP = 16;
const TITLE_SIZES = [16, 15, 14, 13, 12, 11] as const;
const TITLE_GAP = 7;

/** Lays images out in rows, each with its title above it. */
export function imageGridScene(grid: ImageGrid): Scene {
  const { images, titles, scale } = grid;
  const imageWidth = Math.max(8, ...images.map((image) => image.columns * scale));
  const imageHeight = Math.max(8, ...images.map((image) => image.rows * scale));
  const size = titleSize(titles, imageWidth);
  const widest = Math.max(0, ...titles.map((title) => measureText(title, size)));
  // Titles may make the columns wider than the images, but not by more than half.
  const cellWidth = Math.max(
    imageWidth,
    Math.min(Math.ceil(widest * 1.04), Math.max(Math.ceil(imageWidth * 1.5), 260), 420),
  );
  const titleHeight = titles.length === 0 ? 0 : size + TITLE_GAP;
  const cellHeight = titleHeight + imageHeight;
  const columns = Math.max(1, Math.min(grid.columns, images.length));
  const rows = Math.max(1, Math.ceil(images.length / columns));
  const marks = images.flatMap((image, index): Mark[] => {
    const x = MARGIN + (index % columns) * (cellWidth + GAP);
    const y = MARGIN + Math.floor(index / columns) * (cellHeight + GAP);
    const label = titles[index] ?? `Image ${index}`;
    const place = {
      // On whole pixels, so that squares are sharp.
      x: Math.round(x + (cellWidth - image.columns * scale) / 2),
      y: y + titleHeight,
      width: image.columns * scale,
      height: image.rows * scale,
    };
    return [
      ...(titles.length === 0 ? [] : [titleMark(label, x + cellWidth / 2, y, size, cellWidth + GAP - 6)]),
      ...(grid.isOutlined === true ? [outline(place)] : []),
      { kind: 'image', ...place, image, label },
    ];
  });
  return {
    width: 2 * MARGIN + columns * cellWidth + (columns - 1) * GAP,
    height: 2 * MARGIN + rows * cellHeight + (rows - 1) * GAP,
    title: grid.title,
    desc: grid.desc,
    background: PAPER,
    marks,
    table: grid.table,
    picture: { kind: 'images', images, titles },
  };
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

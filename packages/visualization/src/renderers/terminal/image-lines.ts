import { largest } from '@tenfold/linalg';

import type { Picture, PixelImage } from '../../scene.js';
import { pixelColors } from '../svg/pixel-paths.js';
import { padCells, widestCells } from './cells.js';
import type { Pen, TerminalSetup } from './pen.js';
import { resizeImage } from './resize-image.js';

const GAP = 2;
/** Dark to light, for terminals without colours. */
const RAMP = ' .:-=+*#%@';
/** The same for what is dark on light. */
const INK_RAMP = '@%#*+=-:. ';
/** Images narrower than this are drawn twice or more as large. */
const SMALLEST_WIDTH = 16;
/** As many images are made to fit side by side, by drawing them smaller, but never narrower than LEAST_WIDTH. */
const SIDE_BY_SIDE = 5;
const LEAST_WIDTH = 12;
/** No image is higher than these pixels, half as many lines: one that is a thousand times as high as wide is drawn thin. */
const HIGHEST = 160;

/** Images side by side, five where they fit, each below its title. */
export function imageLines(picture: Extract<Picture, { kind: 'images' }>, setup: TerminalSetup): string[] {
  const { titles } = picture;
  const most = widestThatFits(picture, setup.columns);
  const ramp = picture.isInk === true ? INK_RAMP : RAMP;
  const blocks = picture.images.map((image) => imageBlock(image, most, ramp, setup));
  const imageWidth = largest(blocks.map((block) => block.width));
  const width = Math.min(setup.columns, Math.max(imageWidth, Math.min(widestCells(titles), imageWidth + 12)));
  const perLine = Math.max(1, Math.floor((setup.columns + GAP) / (width + GAP)));
  const lines: string[] = [];
  for (let first = 0; first < blocks.length; first += perLine) {
    if (first > 0) lines.push('');
    const group = blocks.slice(first, first + perLine);
    if (titles.length > 0) {
      const titleCells = group.map((_, index) => padCells(titles[first + index], width, 'middle'));
      lines.push(titleCells.join(' '.repeat(GAP)).trimEnd());
    }
    const height = largest(group.map((block) => block.lines.length));
    for (let row = 0; row < height; row++) {
      const parts = group.map((block) => centered(block, row, width));
      lines.push(parts.join(' '.repeat(GAP)).trimEnd());
    }
  }
  return lines;
}

interface Block {
  readonly width: number;
  readonly lines: readonly string[];
}

function centered(block: Block, row: number, width: number): string {
  const before = Math.floor((width - block.width) / 2);
  const line = block.lines.at(row) ?? ' '.repeat(block.width);
  return ' '.repeat(before) + line + ' '.repeat(width - before - block.width);
}

/** The width at which as many images as can be stand side by side, each with its title in full. */
function widestThatFits({ images, titles }: Extract<Picture, { kind: 'images' }>, columns: number): number {
  const titleWidth = Math.min(columns, widestCells(titles));
  const withTitles = Math.max(1, Math.floor((columns + GAP) / (titleWidth + GAP)));
  const count = Math.min(images.length, SIDE_BY_SIDE, withTitles);
  return Math.min(columns, Math.max(LEAST_WIDTH, Math.floor((columns + GAP) / count) - GAP));
}

/** One character is one pixel wide and two high: two pixels of the image, one above the other. */
function imageBlock(image: PixelImage, most: number, ramp: string, { color, pen }: TerminalSetup): Block {
  const zoom = image.columns >= SMALLEST_WIDTH ? 1 : Math.ceil(SMALLEST_WIDTH / image.columns);
  const wanted = Math.min(image.columns * zoom, most);
  const rows = Math.min(HIGHEST, Math.max(1, Math.round((image.rows * wanted) / image.columns)));
  const width = rows < HIGHEST ? wanted : Math.max(1, Math.round((image.columns * rows) / image.rows));
  const colors = pixelColors(resizeImage(image, width, rows));
  const lines = Array.from({ length: Math.ceil(rows / 2) }, (_, row) => {
    const upper = colors.slice(row * 2 * width, (row * 2 + 1) * width);
    // The last row of an odd number stands twice.
    const below = Math.min(row * 2 + 1, rows - 1);
    const lower = colors.slice(below * width, (below + 1) * width);
    if (color === 'none') return upper.map((above, column) => shade(above, lower[column], ramp)).join('');
    return halfBlocks(upper, lower, pen);
  });
  return { width, lines };
}

/** The upper half of each character is its ink, the lower half its background; equal neighbours share a sequence. */
function halfBlocks(upper: readonly string[], lower: readonly string[], pen: Pen): string {
  const parts: string[] = [];
  let start = 0;
  for (let column = 1; column <= upper.length; column++) {
    if (upper[column] === upper[start] && lower[column] === lower[start]) continue;
    parts.push(pen.paint('▀'.repeat(column - start), upper[start], lower[start]));
    start = column;
  }
  return parts.join('');
}

function shade(above: string, below: string, ramp: string): string {
  const mean = (lightness(above) + lightness(below)) / 2;
  return ramp[Math.min(ramp.length - 1, Math.floor((mean / 256) * ramp.length))];
}

function lightness(color: string): number {
  const channel = (start: number): number => parseInt(color.slice(start, start + 2), 16);
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

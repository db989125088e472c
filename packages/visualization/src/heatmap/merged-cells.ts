import type { PixelImage } from '../scene.js';
import type { HeatmapData } from './heatmap-data.js';
import type { HeatmapStyle } from './heatmap-style.js';

/** Above this many classes, cells are too small for numbers: they are the pixels of an image. */
export const MOST_ANNOTATED = 40;

/** The most pixels along a side of that image: of more classes, several share a pixel. */
const MOST_PIXELS = 500;
/** About how long a side is on the screen. */
const SIDE = 720;

/** A matrix of many classes as an image. */
export interface MergedCells {
  readonly image: PixelImage;
  /** How many classes, across and down, share a pixel: 1 or more. */
  readonly merged: number;
  /** The side of a pixel on the screen: whole, so that all are of one size. */
  readonly pixel: number;
}

/**
 * Draws a matrix of many classes as an image of at most 500 × 500 pixels. Where several cells share a pixel, it has the
 * colour of the strongest: a mean would hide the few mistakes among many empty cells.
 */
export function mergeCells(data: HeatmapData, style: HeatmapStyle): MergedCells {
  const merged = Math.ceil(data.size / MOST_PIXELS);
  const side = Math.ceil(data.size / merged);
  const pixels = new Uint8Array(side * side * 3);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const { row, column } = strongest(data, style, y * merged, x * merged, merged);
      pixels.set(bytesOf(style.fill(data, row, column)), (y * side + x) * 3);
    }
  }
  const image = { rows: side, columns: side, channels: 3, pixels } as const;
  return { image, merged, pixel: Math.max(2, Math.round(SIDE / side)) };
}

/** The strongest cell of a square of cells; of equal ones the first. */
function strongest(
  data: HeatmapData,
  style: HeatmapStyle,
  top: number,
  left: number,
  merged: number,
): { row: number; column: number } {
  let found = { row: top, column: left };
  let most = -1;
  for (let row = top; row < Math.min(top + merged, data.size); row++) {
    for (let column = left; column < Math.min(left + merged, data.size); column++) {
      const strength = style.strength(data, row, column);
      if (strength <= most) continue;
      most = strength;
      found = { row, column };
    }
  }
  return found;
}

function bytesOf(color: string): number[] {
  return [1, 3, 5].map((start) => parseInt(color.slice(start, start + 2), 16));
}

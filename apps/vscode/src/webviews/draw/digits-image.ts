import { fitInto, type Ink, inkBox, scaleArea } from './ink.js';

/** The side of the bitmap, of the blocks that it is counted in, and of the image. */
const BITMAP = 32;
const BLOCK = 4;
const SIDE = BITMAP / BLOCK;

/** The widest that a digit becomes: the data set's leave the first and the last column nearly empty. */
const WIDEST = 24;

/** A place of the bitmap is black when half of it is. */
const HALF = 127.5;

/**
 * Makes an image of a drawing in the way that the digits data set's were made: a bitmap of 32 × 32 that the digit fills
 * from top to bottom, in which the black places of each block of 4 × 4 are counted.
 *
 * Source: E. Alpaydin and C. Kaynak, "Optical Recognition of Handwritten Digits", UCI Machine Learning Repository,
 * 1998, https://doi.org/10.24432/C50P49.
 *
 * @param ink 0 (none) to 255 at each place of the drawing, row after row
 * @param width of the drawing
 * @param height of the drawing
 * @returns 8 × 8 counts, 0 to 16; all 0 when nothing is drawn
 */
export function digitsImage(ink: ArrayLike<number>, width: number, height: number): Uint8ClampedArray {
  const drawing: Ink = { values: ink, width, height };
  const image = new Uint8ClampedArray(SIDE * SIDE);
  const box = inkBox(drawing);
  if (box === undefined) return image;
  const size = fitInto(box, WIDEST, BITMAP);
  const bitmap = scaleArea(drawing, box, size.width, size.height);
  const left = Math.round((BITMAP - size.width) / 2);
  const top = Math.round((BITMAP - size.height) / 2);
  bitmap.forEach((value, i) => {
    if (value < HALF) return;
    const x = left + (i % size.width);
    const y = top + Math.floor(i / size.width);
    image[Math.floor(y / BLOCK) * SIDE + Math.floor(x / BLOCK)]++;
  });
  return image;
}

import { type Ink, inkBox, scaleArea, upright } from './ink.js';

/** The side of the bitmap, of the blocks that it is counted in, and of the image. */
const BITMAP = 32;
const BLOCK = 4;
const SIDE = BITMAP / BLOCK;

/** The widest that a digit becomes. */
const WIDEST = 20;

/** A place of the bitmap is black when so much of it is: a little under half, as a pen's strokes are thin. */
const BLACK = 96;

/**
 * Makes an image of a drawing in the way that the digits data set's were made: a bitmap of 32 × 32 in which the digit stands
 * upright and reaches from top to bottom, at most 20 wide, and in which the black places of each block of 4 × 4 are
 * counted.
 *
 * Source: E. Alpaydin and C. Kaynak, "Optical Recognition of Handwritten Digits", UCI Machine Learning Repository,
 * 1998, https://doi.org/10.24432/C50P49; the bitmaps are those of NIST's form-based handprint recognition system.
 *
 * @param ink 0 (none) to 255 at each place of the drawing, row after row
 * @param width of the drawing
 * @param height of the drawing
 * @returns 8 × 8 counts, 0 to 16; all 0 when nothing is drawn
 */
export function digitsImage(ink: ArrayLike<number>, width: number, height: number): Uint8ClampedArray {
  const drawing: Ink = { values: ink, width, height };
  const image = new Uint8ClampedArray(SIDE * SIDE);
  const slanted = inkBox(drawing);
  if (slanted === undefined) return image;
  const straight = upright(drawing, slanted);
  const box = inkBox(straight) ?? slanted;
  const wide = Math.min(WIDEST, Math.max(1, Math.round((box.width * BITMAP) / box.height)));
  const bitmap = scaleArea(straight, box, wide, BITMAP);
  const left = Math.round((BITMAP - wide) / 2);
  bitmap.forEach((value, i) => {
    if (value < BLACK) return;
    const x = left + (i % wide);
    const y = Math.floor(i / wide);
    image[Math.floor(y / BLOCK) * SIDE + Math.floor(x / BLOCK)]++;
  });
  return image;
}

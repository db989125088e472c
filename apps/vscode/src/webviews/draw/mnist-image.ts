import { fitInto, type Ink, inkBox, scaleArea } from './ink.js';

/** The side of MNIST's images, and of the box that a digit is fitted into. */
const SIDE = 28;
const BOX = 20;

/**
 * Makes an image of a drawing in the way that MNIST's were made: what is drawn is cut out, scaled to fit a box of 20 × 20
 * pixels with its shape kept and its edges smooth, and put into 28 × 28 so that its centre of mass falls on the pixel in
 * row 14 and column 14, counted from 0. An image of MNIST is made into itself.
 *
 * Source: Y. LeCun, C. Cortes and C. J. C. Burges, "The MNIST database of handwritten digits".
 *
 * @param ink 0 (none) to 255 at each place of the drawing, row after row
 * @param width of the drawing
 * @param height of the drawing
 * @param side of the image; default 28. The box keeps its share
 * @returns `side` × `side` pixels, 0 to 255; all 0 when nothing is drawn
 */
export function mnistImage(
  ink: ArrayLike<number>,
  width: number,
  height: number,
  side = SIDE,
): Uint8ClampedArray {
  const drawing: Ink = { values: ink, width, height };
  const image = new Uint8ClampedArray(side * side);
  const box = inkBox(drawing);
  if (box === undefined) return image;
  const most = Math.max(1, Math.round((side * BOX) / SIDE));
  const size = fitInto(box, most, most);
  const digit = scaleArea(drawing, box, size.width, size.height);
  const centre = centreOfMass(digit, size.width);
  const left = placeOf(centre.x, size.width, side);
  const top = placeOf(centre.y, size.height, side);
  digit.forEach((value, i) => {
    const [x, y] = [i % size.width, Math.floor(i / size.width)];
    image[(top + y) * side + left + x] = value;
  });
  return image;
}

/** The centre of mass of an image, in pixels from its left and upper edge. */
export function centreOfMass(values: Float64Array, width: number): { x: number; y: number } {
  let [mass, x, y] = [0, 0, 0];
  values.forEach((value, i) => {
    mass += value;
    x += value * ((i % width) + 0.5);
    y += value * (Math.floor(i / width) + 0.5);
  });
  return { x: x / mass, y: y / mass };
}

/**
 * Where a digit begins so that its centre falls on the middle pixel, without anything of it going over the edge. Of an
 * even number of pixels that is the later one of the two, as it is in MNIST.
 */
function placeOf(centre: number, length: number, side: number): number {
  return Math.min(Math.max(Math.round(Math.floor(side / 2) + 0.5 - centre), 0), side - length);
}

import type { Elements } from '@tenfold/arrays';

import type { RowLayout } from './row-layout.js';

/** Numbers in any typed array but those of BigInts. */
export type Numbers = Exclude<Elements, BigInt64Array | BigUint64Array>;

/** ITU-R BT.601's luma in 65536ths, rounded to bytes as Pillow's `convert('L')` does. */
const [RED, GREEN, BLUE, HALF] = [19_595, 38_470, 7471, 0x8000];

/** A byte's grey: 0.299 of red, 0.587 of green and 0.114 of blue. */
export function greyByte(red: number, green: number, blue: number): number {
  return (red * RED + green * GREEN + blue * BLUE + HALF) >> 16;
}

/** The grey of numbers that are no bytes, not rounded. */
export function greyNumber(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/**
 * Brings the elements of some images into the order of rows, one grey value a pixel.
 *
 * @param elements whole images, as they lie in the file
 * @param count how many
 * @returns the same array when nothing is to be done
 */
export function arrangeRows(elements: Numbers, count: number, layout: RowLayout): Numbers {
  const grey = layout.colours === 'none' ? elements : toGrey(elements, count, layout);
  return layout.byColumns ? transposeImages(grey, count, layout) : grey;
}

function toGrey(elements: Numbers, count: number, { columns, channels, colours }: RowLayout): Numbers {
  const bytes = elements instanceof Uint8Array;
  const grey = bytes ? new Uint8Array(count * columns) : new Float64Array(count * columns);
  const mix = bytes ? greyByte : greyNumber;
  const [pixel, channel] = colours === 'beside' ? [channels, 1] : [1, columns];
  for (let image = 0, to = 0; image < count; image++) {
    const start = image * columns * channels;
    for (let i = 0; i < columns; i++) {
      const at = start + i * pixel;
      grey[to++] = mix(elements[at], elements[at + channel], elements[at + 2 * channel]);
    }
  }
  return grey;
}

function transposeImages(elements: Numbers, count: number, { columns, imageShape }: RowLayout): Numbers {
  const [height, width] = imageShape ?? [1, columns];
  const turned = elements.slice();
  for (let image = 0, to = 0; image < count; image++) {
    const start = image * columns;
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++) turned[to++] = elements[start + column * height + row];
  }
  return turned;
}

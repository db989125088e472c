import type { PixelImage } from '../../scene.js';

/**
 * An image in another size: every new pixel is the mean of the old ones below it, by area. A size that is a whole
 * multiple of the old one repeats pixels.
 *
 * @param image the image
 * @param columns the new width, 1 or more
 * @param rows the new height, 1 or more
 */
export function resizeImage(image: PixelImage, columns: number, rows: number): PixelImage {
  const across = overlaps(image.columns, columns);
  const down = overlaps(image.rows, rows);
  const { channels } = image;
  const pixels = new Uint8Array(rows * columns * channels);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      for (let channel = 0; channel < channels; channel++) {
        pixels[(y * columns + x) * channels + channel] = Math.round(
          meanOf(image, down[y], across[x], channel),
        );
      }
    }
  }
  return { rows, columns, channels, pixels };
}

/** The old pixels below a new one, along one side, with the share that each has of it. */
type Overlap = readonly (readonly [old: number, share: number])[];

function overlaps(before: number, after: number): Overlap[] {
  const size = before / after;
  return Array.from({ length: after }, (_, at) => {
    const [start, end] = [at * size, (at + 1) * size];
    const parts: [number, number][] = [];
    for (let old = Math.floor(start); old < Math.min(end, before); old++) {
      const share = (Math.min(end, old + 1) - Math.max(start, old)) / size;
      if (share > 0) parts.push([old, share]);
    }
    return parts;
  });
}

function meanOf(image: PixelImage, down: Overlap, across: Overlap, channel: number): number {
  let mean = 0;
  for (const [y, high] of down) {
    for (const [x, wide] of across) {
      mean += high * wide * image.pixels[(y * image.columns + x) * image.channels + channel];
    }
  }
  return mean;
}

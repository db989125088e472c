import { workMeter } from '@tenfold/linalg';

import type { GreyImage } from './grey-image.js';

/**
 * A picture of another size, stretched where its proportions differ. Each pixel is a mean of those below it, weighted by
 * their distance, of more of them the smaller the picture becomes: Pillow's `resize` with `Resampling.BILINEAR`, first
 * along rows, then along columns, rounded to bytes after each.
 * Rejects with the signal's reason when it is stopped.
 */
export async function resizeImage(
  image: GreyImage,
  [height, width]: readonly [number, number],
  signal: AbortSignal | undefined,
): Promise<GreyImage> {
  if (image.height === height && image.width === width) return image;
  const across = await stretch(image, width, signal);
  const down = await stretch(await transposed(across, signal), height, signal);
  return transposed(down, signal);
}

/** The pixels of the old row that make one of the new row, and their weights, which add up to 1. */
interface Taps {
  readonly first: number;
  readonly weights: Float64Array;
}

async function stretch(
  { height, width, pixels }: GreyImage,
  newWidth: number,
  signal: AbortSignal | undefined,
): Promise<GreyImage> {
  if (width === newWidth) return { height, width, pixels };
  const taps = Array.from({ length: newWidth }, (_, i) => tapsOf(i, width, newWidth));
  const result = new Uint8Array(height * newWidth);
  for (let row = 0, to = 0; row < height; row++) {
    for (const { first, weights } of taps) {
      let sum = 0;
      for (let i = 0; i < weights.length; i++) sum += weights[i] * pixels[row * width + first + i];
      result[to++] = Math.floor(sum + 0.5);
    }
    await workMeter.spend(2 * (width + newWidth), signal);
  }
  return { height, width: newWidth, pixels: result };
}

function tapsOf(position: number, width: number, newWidth: number): Taps {
  const scale = width / newWidth;
  const radius = Math.max(1, scale);
  const centre = (position + 0.5) * scale;
  const first = Math.max(0, Math.trunc(centre - radius + 0.5));
  const end = Math.min(width, Math.trunc(centre + radius + 0.5));
  const weights = Float64Array.from({ length: end - first }, (_, i) =>
    Math.max(0, 1 - Math.abs(first + i + 0.5 - centre) / radius),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return { first, weights: weights.map((weight) => weight / sum) };
}

async function transposed(
  { height, width, pixels }: GreyImage,
  signal: AbortSignal | undefined,
): Promise<GreyImage> {
  const result = new Uint8Array(pixels.length);
  for (let row = 0, from = 0; row < height; row++) {
    for (let column = 0; column < width; column++) result[column * height + row] = pixels[from++];
    await workMeter.spend(2 * width, signal);
  }
  return { height: width, width: height, pixels: result };
}

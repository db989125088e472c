import type { ArrayEntry, Elements, ImageLayout, IndexRange } from '@tenfold/arrays';

/** The values that black and white stand for. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * Reads images as bytes from black to white: grey, or red, green, blue and opacity.
 *
 * @param entry the array, whose images lie as its `images` says
 * @param which the first image, and how many
 * @param range what black and white are
 * @param signal stops the reading
 */
export async function imageBytes(
  entry: ArrayEntry & { readonly images: ImageLayout },
  which: IndexRange,
  range: Range,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const { images } = entry;
  const values = await imageValues(entry, which, signal);
  const pixels = which[1] * images.height * images.width;
  const { channels } = images;
  if (channels === 1) return toBytes(values, range);
  const out = new Uint8Array(4 * pixels).fill(255);
  const scaled = toBytes(values, range);
  for (let pixel = 0; pixel < pixels; pixel++) {
    for (let channel = 0; channel < channels; channel++) {
      out[4 * pixel + channel] = scaled[pixel * channels + channel];
    }
  }
  return out;
}

/** Reads the values of images, a pixel's channels together. */
export async function imageValues(
  entry: ArrayEntry & { readonly images: ImageLayout },
  [from, count]: IndexRange,
  signal?: AbortSignal,
): Promise<Elements> {
  const { rowsPerImage, channelAxis, channels } = entry.images;
  const values = await entry.readRows(from * rowsPerImage, count * rowsPerImage, signal);
  return channelAxis === 'first' && channels > 1 ? channelsTogether(values, entry.images, count) : values;
}

function channelsTogether(
  values: Elements,
  { height, width, channels }: ImageLayout,
  count: number,
): Elements {
  const out = values.slice();
  const plane = height * width;
  for (let image = 0; image < count; image++) {
    const start = image * plane * channels;
    for (let channel = 0; channel < channels; channel++) {
      for (let pixel = 0; pixel < plane; pixel++) {
        out[start + pixel * channels + channel] = values[start + channel * plane + pixel];
      }
    }
  }
  return out;
}

function toBytes(values: Elements, { low, high }: Range): Uint8Array {
  if (values instanceof Uint8Array && low === 0 && high === 255) return values.slice();
  const scale = high > low ? 255 / (high - low) : 0;
  // What is not a number is black.
  const clamped = Uint8ClampedArray.from(values as ArrayLike<number>, (value) => (value - low) * scale);
  return new Uint8Array(clamped.buffer);
}

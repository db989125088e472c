import type { RunRows } from '@tenfold/runs';
import { type ImageOptions, MOST_IMAGES } from 'tenfold';

import type { ImageFlags } from '../options/flags.js';
import { UsageError } from '../usage-error.js';
import { imageRangeOf } from './image-range.js';
import { imageShapeOf } from './image-shape.js';

/**
 * How the images of a data set are drawn, by the flags and by what is known of it.
 *
 * @throws UsageError when its rows make no images of the shape that is asked for
 */
export function imageOptionsOf(dataset: RunRows, { shape, range }: ImageFlags): ImageOptions {
  const values = imageRangeOf(dataset, range);
  return { shape: imageShapeOf(dataset, shape), ...(values !== undefined && { range: values }) };
}

/**
 * Checks that a picture can hold as many images.
 *
 * @param flag the flag that asks for them
 * @throws UsageError when they are too many
 */
export function checkImageCount(flag: string, count: number): void {
  if (count <= MOST_IMAGES) return;
  throw new UsageError(
    `${flag} must ask for at most ${MOST_IMAGES} images, as a picture holds no more, got ${count}`,
  );
}

import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { resizeImage } from '../src/renderers/terminal/resize-image.js';
import type { PixelImage } from '../src/index.js';

const size = fc.integer({ min: 1, max: 12 });
const images = fc
  .tuple(size, size, fc.constantFrom(1 as const, 3 as const))
  .chain(([rows, columns, channels]) => {
    const length = rows * columns * channels;
    return fc.uint8Array({ minLength: length, maxLength: length }).map((pixels): PixelImage => {
      return { rows, columns, channels, pixels };
    });
  });
const mean = ({ pixels }: PixelImage) => pixels.reduce((sum, pixel) => sum + pixel, 0) / pixels.length;

test('keeps the mean brightness, but for rounding', () => {
  fc.assert(
    fc.property(images, size, size, (image, columns, rows) => {
      expect(Math.abs(mean(resizeImage(image, columns, rows)) - mean(image))).toBeLessThanOrEqual(0.5 + 1e-9);
    }),
  );
});

test('repeats pixels where the size is a multiple, and leaves an image of the same size as it is', () => {
  fc.assert(
    fc.property(images, fc.integer({ min: 1, max: 4 }), (image, zoom) => {
      const large = resizeImage(image, image.columns * zoom, image.rows * zoom);
      for (let at = 0; at < large.pixels.length; at++) {
        const channel = at % image.channels;
        const pixel = (at - channel) / image.channels;
        const [x, y] = [pixel % large.columns, Math.floor(pixel / large.columns)].map((place) =>
          Math.floor(place / zoom),
        );
        expect(large.pixels[at]).toBe(image.pixels[(y * image.columns + x) * image.channels + channel]);
      }
    }),
  );
});

test('takes means by area: three pixels become two', () => {
  const three: PixelImage = { rows: 1, columns: 3, channels: 1, pixels: Uint8Array.of(0, 90, 210) };
  expect([...resizeImage(three, 2, 1).pixels]).toEqual([30, 170]);
});

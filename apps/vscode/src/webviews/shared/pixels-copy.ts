import { putImage } from './image-grid-atlas.js';

/** An image on a canvas of its own size. */
export function imageCanvas(
  pixels: Uint8Array,
  shape: readonly [height: number, width: number],
): HTMLCanvasElement {
  const [height, width] = shape;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null || width === 0 || height === 0) return canvas;
  const data = context.createImageData(width, height);
  putImage(new Uint32Array(data.data.buffer), width, 0, pixels, shape);
  context.putImageData(data, 0, 0);
  return canvas;
}

/** Side in pixels to which smaller images are enlarged when they are copied. */
const SIDE = 280;

/**
 * Copies an image to the clipboard as PNG.
 *
 * @throws when the window does not allow it
 */
export async function copyImage(
  pixels: Uint8Array,
  shape: readonly [height: number, width: number],
): Promise<void> {
  const small = imageCanvas(pixels, shape);
  const times = Math.max(1, Math.round(SIDE / Math.max(...shape)));
  const large = document.createElement('canvas');
  large.width = small.width * times;
  large.height = small.height * times;
  const context = large.getContext('2d');
  if (context === null) throw new Error('There is no canvas to draw the image on.');
  context.imageSmoothingEnabled = false;
  context.drawImage(small, 0, 0, large.width, large.height);
  const png = await new Promise<Blob>((resolve, reject) => {
    large.toBlob((blob) => {
      if (blob === null) reject(new Error('The image could not be written as PNG.'));
      else resolve(blob);
    }, 'image/png');
  });
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
}

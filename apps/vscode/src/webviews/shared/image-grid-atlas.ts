/** Each byte of grey as one number of four bytes: opacity, blue, green, red. */
const GREYS = Uint32Array.from({ length: 256 }, (_, grey) => (0xff000000 | (grey * 0x010101)) >>> 0);

/**
 * Puts an image into a sheet of images.
 *
 * @param sheet one number a pixel, `sheetWidth` pixels a row
 * @param sheetWidth pixels of one of its rows
 * @param at the pixel where the image begins
 * @param pixels its bytes: one a pixel for grey, or four
 * @param shape height and width
 */
export function putImage(
  sheet: Uint32Array,
  sheetWidth: number,
  at: number,
  pixels: Uint8Array,
  shape: readonly [height: number, width: number],
): void {
  const [height, width] = shape;
  const isGrey = pixels.length === height * width;
  for (let y = 0, from = 0; y < height; y++) {
    const row = at + y * sheetWidth;
    for (let x = 0; x < width; x++, from++) {
      sheet[row + x] = isGrey ? GREYS[pixels[from]] : colourAt(pixels, 4 * from);
    }
  }
}

function colourAt(pixels: Uint8Array, at: number): number {
  return ((pixels[at + 3] << 24) | (pixels[at + 2] << 16) | (pixels[at + 1] << 8) | pixels[at]) >>> 0;
}

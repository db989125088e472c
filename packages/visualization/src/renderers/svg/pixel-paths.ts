import type { PixelImage } from '../../scene.js';

/**
 * An image as SVG paths, one a colour, a pixel being a unit square: the commonest colour is a rectangle behind
 * all, the others are runs of squares on top of it. An embedded PNG would be smaller, but many viewers blur it.
 */
export function pixelPaths(image: PixelImage): string {
  const colors = pixelColors(image);
  const [background] = mostCommon(colors);
  const runs = new Map<string, string>();
  for (let row = 0; row < image.rows; row++) {
    for (const { color, column, length } of rowRuns(colors, row, image.columns)) {
      if (color === background) continue;
      runs.set(color, `${runs.get(color) ?? ''}M${column} ${row}h${length}v1h-${length}z`);
    }
  }
  const paths = Array.from(runs, ([color, path]) => `<path fill="${color}" d="${path}"/>`);
  return `<rect width="${image.columns}" height="${image.rows}" fill="${background}"/>${paths.join('')}`;
}

/** The runs of one colour in a row of pixels. */
function rowRuns(
  colors: readonly string[],
  row: number,
  columns: number,
): { color: string; column: number; length: number }[] {
  const runs: { color: string; column: number; length: number }[] = [];
  for (let column = 0; column < columns; column++) {
    const color = colors[row * columns + column];
    const last = runs.at(-1);
    if (last?.color === color) last.length++;
    else runs.push({ color, column, length: 1 });
  }
  return runs;
}

/** The colour of every pixel, `#rrggbb`. */
export function pixelColors({ pixels, channels }: PixelImage): string[] {
  return Array.from({ length: pixels.length / channels }, (_, index) => {
    const start = index * channels;
    const [red, green, blue] = channels === 1 ? [start, start, start] : [start, start + 1, start + 2];
    return `#${hex(pixels[red])}${hex(pixels[green])}${hex(pixels[blue])}`;
  });
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

function mostCommon(colors: readonly string[]): [color: string, count: number] {
  const counts = new Map<string, number>();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ['#000000', 0]);
}

import type { Font, Paint } from 'canvaskit-wasm';

import type { Drawing } from './drawing.js';

/** Where a box stands: its left end on the baseline, and its width and height of the font. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** All as shares of the font's size. */
const TOP = 0.8;
const BOTTOM = 0.1;
const LINE = 0.05;
const DIGITS = 0.37;

/** Draws a box with the number of a character in Unicode, in hexadecimal, in two lines: "30" above "4A". */
export function drawNumberBox(
  { canvasKit, canvas }: Drawing,
  character: string,
  { x, y, width, size }: Place,
  paint: Paint,
  font: Font,
): void {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  const digits = code.padStart(code.length > 4 ? 6 : 4, '0');
  const half = digits.length / 2;
  const box = canvasKit.XYWHRect(
    x + size * LINE,
    y - size * TOP,
    width - 2 * size * LINE,
    size * (TOP + BOTTOM),
  );
  paint.setStyle(canvasKit.PaintStyle.Stroke);
  paint.setStrokeWidth(size * LINE);
  canvas.drawRect(box, paint);
  paint.setStyle(canvasKit.PaintStyle.Fill);
  // Three digits a line are smaller than two.
  font.setSize(size * DIGITS * Math.min(1, 2.4 / half) * Math.min(1, width / size + 0.1));
  [digits.slice(0, half), digits.slice(half)].forEach((line, row) => {
    const glyphs = font.getGlyphIDs(line);
    const lineWidth = font.getGlyphWidths(glyphs).reduce((sum, one) => sum + one, 0);
    canvas.drawText(line, x + (width - lineWidth) / 2, y - size * (row === 0 ? 0.42 : 0.02), paint, font);
  });
}

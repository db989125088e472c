import type { Font, Shader, Typeface } from 'canvaskit-wasm';

import type { TextMark } from '../../scene.js';
import { measureText } from '../../text/measure-text.js';
import { drawNumberBox } from './number-box.js';
import { type Drawing, makeImage, withPaint } from './drawing.js';

/** Characters that are drawn in one face, or one that none has. */
interface Run {
  readonly typeface: Typeface | undefined;
  text: string;
}

/**
 * Draws one line of text, each character in the first face that has it. A character that none has becomes a box with
 * its number, as wide as the layout took it to be.
 */
export function drawText(drawing: Drawing, mark: TextMark): void {
  const { canvas } = drawing;
  const faces = drawing.faces[mark.weight ?? 400];
  const runs = splitRuns(mark.text, faces);
  const fonts = runs.map((run) => makeFont(drawing, run.typeface ?? faces[0], mark.size));
  const widths = runs.map((run, index) =>
    run.typeface === undefined ? measureText(run.text, mark.size) : textWidth(fonts[index], run.text),
  );
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const share = { start: 0, middle: 0.5, end: 1 }[mark.anchor ?? 'start'];
  canvas.save();
  canvas.rotate(mark.rotate ?? 0, mark.x, mark.y);
  const shader = colorShader(drawing, mark.fill);
  withPaint(drawing, mark.fill, (paint) => {
    paint.setShader(shader);
    let x = mark.x - whole * share;
    runs.forEach((run, index) => {
      if (run.typeface === undefined) {
        const place = { x, y: mark.y, width: widths[index], size: mark.size };
        drawNumberBox(drawing, run.text, place, paint, fonts[index]);
        drawing.missing.add(run.text);
      } else canvas.drawText(run.text, x, mark.y, paint, fonts[index]);
      x += widths[index];
    });
  });
  canvas.restore();
  shader.delete();
  for (const font of fonts) font.delete();
}

/**
 * The colour as a picture of one pixel. Skia thickens glyphs of a light plain colour and thins those of a dark
 * one; glyphs filled with a picture keep their weight, so that figures on dark and on light cells look alike.
 */
function colorShader({ canvasKit }: Drawing, color: string): Shader {
  const pixels = Uint8Array.from(canvasKit.parseColorString(color), (part) => Math.round(part * 255));
  const image = makeImage(canvasKit, 1, 1, pixels);
  const { TileMode, FilterMode, MipmapMode } = canvasKit;
  const shader = image.makeShaderOptions(
    TileMode.Repeat,
    TileMode.Repeat,
    FilterMode.Nearest,
    MipmapMode.None,
  );
  image.delete();
  return shader;
}

/** Letters and their accents are joined where there is one character for both; what is never seen is left out. */
function splitRuns(text: string, faces: readonly Typeface[]): Run[] {
  const runs: Run[] = [];
  for (const character of text.normalize('NFC')) {
    if (/\p{Default_Ignorable_Code_Point}/u.test(character)) continue;
    const typeface = faces.find((face) => face.getGlyphIDs(character)[0] !== 0);
    const last = runs.at(-1);
    if (last !== undefined && typeface !== undefined && last.typeface === typeface) last.text += character;
    else runs.push({ typeface, text: character });
  }
  return runs;
}

/** Without hinting, so that shapes depend on nothing but the size. */
function makeFont({ canvasKit }: Drawing, typeface: Typeface, size: number): Font {
  const font = new canvasKit.Font(typeface, size);
  font.setSubpixel(true);
  font.setHinting(canvasKit.FontHinting.None);
  font.setEdging(canvasKit.FontEdging.AntiAlias);
  return font;
}

function textWidth(font: Font, text: string): number {
  return font.getGlyphWidths(font.getGlyphIDs(text)).reduce((sum, width) => sum + width, 0);
}

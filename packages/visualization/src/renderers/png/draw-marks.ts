import type { GradientMark, ImageMark, LineMark, Mark, RectMark } from '../../scene.js';
import { drawText } from './draw-text.js';
import { type Drawing, makeImage, withPaint } from './drawing.js';

/** Draws marks in order. */
export function drawMarks(drawing: Drawing, marks: readonly Mark[]): void {
  for (const mark of marks) drawMark(drawing, mark);
}

function drawMark(drawing: Drawing, mark: Mark): void {
  switch (mark.kind) {
    case 'rect':
      drawRect(drawing, mark);
      break;
    case 'gradient':
      drawGradient(drawing, mark);
      break;
    case 'text':
      drawText(drawing, mark);
      break;
    case 'line':
      drawLine(drawing, mark);
      break;
    case 'circle':
      withPaint(drawing, mark.fill, (paint) => drawing.canvas.drawCircle(mark.x, mark.y, mark.radius, paint));
      break;
    case 'image':
      drawImage(drawing, mark);
      break;
    case 'group':
      drawing.canvas.save();
      drawing.canvas.translate(mark.x, mark.y);
      drawMarks(drawing, mark.marks);
      drawing.canvas.restore();
  }
}

function drawRect(
  drawing: Drawing,
  { x, y, width, height, fill, stroke, strokeWidth, radius = 0 }: RectMark,
): void {
  const { canvasKit, canvas } = drawing;
  const shape = canvasKit.RRectXY(canvasKit.XYWHRect(x, y, width, height), radius, radius);
  if (fill !== undefined) withPaint(drawing, fill, (paint) => canvas.drawRRect(shape, paint));
  if (stroke === undefined) return;
  withPaint(drawing, stroke, (paint) => {
    paint.setStyle(canvasKit.PaintStyle.Stroke);
    paint.setStrokeWidth(strokeWidth ?? 1);
    canvas.drawRRect(shape, paint);
  });
}

function drawGradient(drawing: Drawing, { x, y, width, height, colors }: GradientMark): void {
  const { canvasKit, canvas } = drawing;
  const stops = colors.map((color) => canvasKit.parseColorString(color));
  const shader = canvasKit.Shader.MakeLinearGradient(
    [x, y + height],
    [x, y],
    stops,
    null,
    canvasKit.TileMode.Clamp,
  );
  withPaint(drawing, colors[0], (paint) => {
    paint.setShader(shader);
    canvas.drawRect(canvasKit.XYWHRect(x, y, width, height), paint);
  });
  shader.delete();
}

function drawLine(drawing: Drawing, { points, stroke, width, dash }: LineMark): void {
  const { canvasKit, canvas } = drawing;
  const path = canvasKit.Path.MakeFromCmds(
    points.flatMap(([x, y], index) => [index === 0 ? canvasKit.MOVE_VERB : canvasKit.LINE_VERB, x, y]),
  );
  if (path === null) return;
  withPaint(drawing, stroke, (paint) => {
    paint.setStyle(canvasKit.PaintStyle.Stroke);
    paint.setStrokeWidth(width ?? 1);
    paint.setStrokeJoin(canvasKit.StrokeJoin.Round);
    if (dash !== undefined) paint.setPathEffect(canvasKit.PathEffect.MakeDash([...dash], 0));
    canvas.drawPath(path, paint);
  });
  path.delete();
}

/** Pixels are squares without smoothing between them. */
function drawImage(drawing: Drawing, { x, y, width, height, image }: ImageMark): void {
  const { canvasKit, canvas } = drawing;
  const picture = makeImage(canvasKit, image.columns, image.rows, toRgba(image));
  const from = canvasKit.XYWHRect(0, 0, image.columns, image.rows);
  const to = canvasKit.XYWHRect(x, y, width, height);
  withPaint(drawing, '#000000', (paint) => {
    paint.setAntiAlias(false);
    canvas.drawImageRectOptions(
      picture,
      from,
      to,
      canvasKit.FilterMode.Nearest,
      canvasKit.MipmapMode.None,
      paint,
    );
  });
  picture.delete();
}

function toRgba({ pixels, channels }: ImageMark['image']): Uint8Array {
  const count = pixels.length / channels;
  const rgba = new Uint8Array(count * 4).fill(255);
  for (let pixel = 0; pixel < count; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      rgba[pixel * 4 + channel] = pixels[pixel * channels + (channels === 1 ? 0 : channel)];
    }
  }
  return rgba;
}

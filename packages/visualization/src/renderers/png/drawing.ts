import { InternalError } from '@tenfold/core';
import type { Canvas, CanvasKit, Image, Paint } from 'canvaskit-wasm';

import type { Faces } from './rasterizer.js';

/** What drawing needs. */
export interface Drawing {
  readonly canvasKit: CanvasKit;
  readonly canvas: Canvas;
  readonly faces: Faces;
  /** Collects the characters that no face has. */
  readonly missing: Set<string>;
}

/** Lends a paint of a colour, smoothed at the edges, and frees it. */
export function withPaint({ canvasKit }: Drawing, color: string, use: (paint: Paint) => void): void {
  const paint = new canvasKit.Paint();
  paint.setAntiAlias(true);
  paint.setColor(canvasKit.parseColorString(color));
  use(paint);
  paint.delete();
}

/** An image of Skia's from red, green, blue and opaque alpha. */
export function makeImage(canvasKit: CanvasKit, width: number, height: number, rgba: Uint8Array): Image {
  const info = {
    width,
    height,
    colorType: canvasKit.ColorType.RGBA_8888,
    alphaType: canvasKit.AlphaType.Opaque,
    colorSpace: canvasKit.ColorSpace.SRGB,
  };
  const image = canvasKit.MakeImage(info, rgba, width * 4);
  if (image === null) throw new InternalError(`toPng: no image of ${width} × ${height} pixels`);
  return image;
}

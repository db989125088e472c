import { checkNumber, InternalError, ParameterError } from '@tenfold/errors';

import type { Scene } from '../../scene.js';
import { drawMarks } from './draw-marks.js';
import { loadRasterizer } from './rasterizer.js';

/** The options of `toPng`. */
export interface PngOptions {
  /** Pixels of the PNG for a pixel of the scene, 0.1 to 10. Default 2, sharp on dense screens. */
  scale?: number;
}

/** The largest side of a PNG: beyond it, most programs give up. */
const LARGEST_SIDE = 16384;

/**
 * A scene as a PNG. Drawn by Skia compiled to WebAssembly with the font Inter from this package, so that the same
 * scene gives the same bytes on every machine, whatever fonts it has. Inter's Latin, Greek and Cyrillic letters
 * are here; other scripts show as empty boxes (SVG and HTML use the reader's fonts and have them).
 *
 * The first call loads the rasteriser (about a tenth of a second); importing this package does not.
 *
 * @throws ParameterError when the scale is outside its range or the picture would be larger than 16384 pixels
 */
export async function toPng(scene: Scene, options: PngOptions = {}): Promise<Uint8Array> {
  const scale = checkNumber('toPng', 'scale', options.scale ?? 2, { min: 0.1, max: 10 });
  const width = Math.max(1, Math.round(scene.width * scale));
  const height = Math.max(1, Math.round(scene.height * scale));
  if (Math.max(width, height) > LARGEST_SIDE) {
    const most = LARGEST_SIDE / Math.max(scene.width, scene.height);
    throw new ParameterError(
      'toPng',
      'scale',
      `at most ${most.toFixed(2)} for a picture of this size`,
      scale,
    );
  }
  const { canvasKit, faces } = await loadRasterizer();
  const surface = canvasKit.MakeSurface(width, height);
  if (surface === null) throw new InternalError(`toPng: no surface of ${width} × ${height} pixels`);
  try {
    const canvas = surface.getCanvas();
    canvas.clear(canvasKit.parseColorString(scene.background));
    canvas.scale(width / scene.width, height / scene.height);
    drawMarks({ canvasKit, canvas, faces }, scene.marks);
    const snapshot = surface.makeImageSnapshot();
    const bytes = snapshot.encodeToBytes(canvasKit.ImageFormat.PNG, 100);
    snapshot.delete();
    if (bytes === null) throw new InternalError('toPng: the picture could not be encoded');
    return bytes;
  } finally {
    surface.delete();
  }
}

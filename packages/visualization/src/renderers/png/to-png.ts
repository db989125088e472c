import { checkNames, InternalError } from '@tenfold/core';

import { checkScene } from '../../check-scene.js';
import type { Scene } from '../../scene.js';
import { missingCharacters, smallerThanUsual, type WarningListener } from '../picture-warning.js';
import { checkWarningListener } from './check-listener.js';
import { drawMarks } from './draw-marks.js';
import { pngSize, USUAL_SCALE } from './png-size.js';
import { loadRasterizer } from './rasterizer.js';

/** The options of `toPng`. */
export interface PngOptions {
  /**
   * Pixels of the PNG for a pixel of the scene, 0.1 to 10. Default 2, sharp on dense screens; less where the PNG would
   * have more than 16384 pixels a side or 2²⁵ in all.
   */
  scale?: number;
  /** Called with a warning about characters that the font lacks, or a picture drawn smaller than by default. */
  onWarning?: WarningListener | undefined;
}

/**
 * A scene as a PNG. Drawn by Skia compiled to WebAssembly with the font Inter from this package, so that the same
 * scene gives the same bytes on every machine, whatever fonts it has. Inter's Latin, Greek and Cyrillic letters
 * are here; a character of another script is drawn as a box with its number in Unicode, by which it can be told from
 * others (SVG and HTML use the reader's fonts and have them).
 *
 * The first call loads the rasteriser (about a tenth of a second); importing this package does not.
 *
 * @throws ParameterError when an option is unknown, the scale is outside its range or the picture would be larger than
 *   16384 pixels a side or 2²⁵ in all
 * @throws ShapeError when the scene is too large for a PNG of any scale
 */
export async function toPng(scene: Scene, options: PngOptions = {}): Promise<Uint8Array> {
  const owner = 'toPng';
  checkScene(owner, scene);
  checkNames(owner, options, ['scale', 'onWarning']);
  const onWarning = checkWarningListener(owner, options.onWarning);
  const size = pngSize(owner, scene, options.scale);
  const { bytes, missing } = await draw(scene, size.width, size.height);
  if (size.isReduced) onWarning?.(smallerThanUsual(size.width, size.height, USUAL_SCALE, size.scale));
  if (missing.size > 0) onWarning?.(missingCharacters(missing));
  return bytes;
}

async function draw(
  scene: Scene,
  width: number,
  height: number,
): Promise<{ bytes: Uint8Array; missing: ReadonlySet<string> }> {
  const { canvasKit, faces } = await loadRasterizer();
  const surface = canvasKit.MakeSurface(width, height);
  if (surface === null) throw new InternalError(`toPng: no surface of ${width} × ${height} pixels`);
  try {
    const canvas = surface.getCanvas();
    canvas.clear(canvasKit.parseColorString(scene.background));
    canvas.scale(width / scene.width, height / scene.height);
    const missing = new Set<string>();
    drawMarks({ canvasKit, canvas, faces, missing }, scene.marks);
    const snapshot = surface.makeImageSnapshot();
    const bytes = snapshot.encodeToBytes(canvasKit.ImageFormat.PNG, 100);
    snapshot.delete();
    if (bytes === null) throw new InternalError('toPng: the picture could not be encoded');
    return { bytes, missing };
  } finally {
    surface.delete();
  }
}

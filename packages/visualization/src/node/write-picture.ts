import { checkNames, errorMessage, OutsideError, ParameterError } from '@tenfold/core';
import { FileError, writeWhole } from '@tenfold/files';

import { toHtml } from '../renderers/html/to-html.js';
import type { WarningListener } from '../renderers/picture-warning.js';
import { checkWarningListener } from '../renderers/png/check-listener.js';
import { toPng } from '../renderers/png/to-png.js';
import { toSvg } from '../renderers/svg/to-svg.js';
import type { Scene } from '../scene.js';

/** The options of `writePicture`. */
export interface WritePictureOptions {
  /**
   * How many times larger than the scene, 0.1 to 10. Default 1 for SVG and 2 for PNG (less where that would be too
   * large); HTML has none.
   */
  scale?: number;
  /** Called with each difference between a PNG and the scene: characters that its font lacks, a smaller size. */
  onWarning?: WarningListener | undefined;
}

/** A picture could not be written: no such folder, no permission, no space. The file that was there is unharmed. */
export class PictureWriteError extends OutsideError {
  /**
   * @param path the path that could not be written
   * @param code a FileError's code, such as ENOENT or EACCES, or undefined
   * @param cause the FileError
   */
  constructor(
    readonly path: string,
    readonly code: string | undefined,
    cause: unknown,
  ) {
    const reason = cause instanceof FileError ? cause.reason : errorMessage(cause);
    super(`cannot write ${path}: ${reason}`, { cause });
  }
}

/**
 * Writes a scene to a file, in the format of the name's ending: .svg, .png or .html. It is written as
 * `writeWhole` of @tenfold/files does, so that the file is always whole: the old one or the new one.
 *
 * @throws ParameterError when the ending is another or an option is unknown, before anything is drawn
 * @throws ShapeError when the scene is too large for a PNG of any scale
 * @throws PictureWriteError when the file cannot be written
 */
export async function writePicture(
  path: string,
  scene: Scene,
  options: WritePictureOptions = {},
): Promise<void> {
  const content = await render(path, scene, options);
  try {
    await writeWhole(path, content);
  } catch (error) {
    throw error instanceof FileError ? new PictureWriteError(path, error.code, error) : error;
  }
}

async function render(path: unknown, scene: Scene, options: WritePictureOptions): Promise<string | Buffer> {
  const owner = 'writePicture';
  checkNames(owner, options, ['scale', 'onWarning']);
  checkWarningListener(owner, options.onWarning);
  const scale = options.scale === undefined ? {} : { scale: options.scale };
  const ending = typeof path === 'string' ? /[^/\\](\.[a-z]+)$/i.exec(path)?.[1].toLowerCase() : undefined;
  switch (ending) {
    case '.svg':
      return toSvg(scene, scale);
    case '.png':
      return Buffer.from(await toPng(scene, options));
    case '.html':
    case '.htm':
      return toHtml(scene);
    default:
      throw new ParameterError(owner, 'path', 'a file name that ends in .svg, .png or .html', path);
  }
}

import { OutsideError, ParameterError } from '@tenfold/errors';
import writeFileAtomic from 'write-file-atomic';

import { toHtml } from '../renderers/html/to-html.js';
import { toPng } from '../renderers/png/to-png.js';
import { toSvg } from '../renderers/svg/to-svg.js';
import type { Scene } from '../scene.js';

/** The options of `writePicture`. */
export interface WritePictureOptions {
  /** How many times larger than the scene, 0.1 to 10. Default 1 for SVG and 2 for PNG; HTML has none. */
  scale?: number;
}

/** A picture could not be written: no such folder, no permission, no space. The file that was there is unharmed. */
export class PictureWriteError extends OutsideError {
  /**
   * @param path where it should have gone
   * @param code the system's name for the reason, such as ENOENT or EACCES, or undefined
   * @param cause the system's error
   */
  constructor(
    readonly path: string,
    readonly code: string | undefined,
    cause: unknown,
  ) {
    super(`writePicture: cannot write ${path}: ${explain(code)}`, { cause });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'the folder is a file',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the device',
  ENAMETOOLONG: 'the name is too long',
};

/**
 * Writes a scene to a file, in the format of the name's ending: .svg, .png or .html. It is written to a temporary
 * name beside it and renamed, so that the file is always whole: the old one or the new one.
 *
 * @throws ParameterError when the ending is another, before anything is drawn
 * @throws PictureWriteError when the file cannot be written
 */
export async function writePicture(
  path: string,
  scene: Scene,
  options: WritePictureOptions = {},
): Promise<void> {
  const content = await render(path, scene, options);
  try {
    await writeFileAtomic(path, content);
  } catch (error) {
    throw new PictureWriteError(path, systemCode(error), error);
  }
}

async function render(path: unknown, scene: Scene, options: WritePictureOptions): Promise<string | Buffer> {
  const ending = typeof path === 'string' ? /[^/\\](\.[a-z]+)$/i.exec(path)?.[1].toLowerCase() : undefined;
  switch (ending) {
    case '.svg':
      return toSvg(scene, options);
    case '.png':
      return Buffer.from(await toPng(scene, options));
    case '.html':
    case '.htm':
      return toHtml(scene);
    default:
      throw new ParameterError('writePicture', 'path', 'a file name that ends in .svg, .png or .html', path);
  }
}

function systemCode(error: unknown): string | undefined {
  const isCoded = typeof error === 'object' && error !== null && 'code' in error;
  return isCoded && typeof error.code === 'string' ? error.code : undefined;
}

function explain(code: string | undefined): string {
  return code === undefined ? 'the system gave no reason' : (REASONS[code] ?? code);
}

import { InputError } from '@tenfold/core';

/**
 * Why an image, or a folder of them, is not read: it is neither PNG nor JPEG (`format`), broken (`damaged`), of a kind
 * that is not read (`kind`), or has more pixels than allowed (`too-large`); a folder holds no images (`empty`), or
 * images and folders in each other's place (`layout`).
 */
export type ImageProblem = 'format' | 'damaged' | 'kind' | 'too-large' | 'empty' | 'layout';

/** An image, or a folder of images, that is not read. */
export class ImageFileError extends InputError {
  /**
   * @param path the file or folder
   * @param problem what is wrong
   * @param reason the same in words, with what to do
   */
  constructor(
    readonly path: string,
    readonly problem: ImageProblem,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`${path}: ${reason}`, options);
  }
}

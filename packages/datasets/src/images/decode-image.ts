import type { GreyImage, ImageHeader } from './grey-image.js';
import { ImageFileError } from './image-file-error.js';
import { decodeJpeg, JPEG_SIGNATURE, parseJpeg } from './jpeg.js';
import { decodePng, parsePng, PNG_SIGNATURE } from './png.js';
import type { Decoding } from './raw-picture.js';

/** An image file whose header is read. */
export interface OpenedImage extends ImageHeader {
  /** Whether it has an opacity, which is left out. */
  readonly transparent: boolean;
  /** Decodes it and turns it grey. */
  decode(decoding: Decoding): Promise<GreyImage>;
}

/**
 * Reads an image's header: PNG or JPEG, by the first bytes and not by the name.
 *
 * @param bytes the file
 * @param path what errors call it
 * @param maxPixels the most pixels it may have
 * @throws ImageFileError when it is neither, broken, or has more pixels
 */
export function openImage(bytes: Uint8Array, path: string, maxPixels: number): OpenedImage {
  const opened = openEither(bytes, path);
  const { height, width } = opened;
  if (height * width <= maxPixels) return opened;
  const reason = `expected at most ${maxPixels} pixels, got ${height} × ${width}; make it smaller`;
  throw new ImageFileError(path, 'too-large', reason);
}

function openEither(bytes: Uint8Array, path: string): OpenedImage {
  const begins = (signature: readonly number[]) => signature.every((byte, i) => bytes[i] === byte);
  if (begins(PNG_SIGNATURE)) {
    const file = parsePng(bytes, path);
    const { height, width, transparent } = file;
    return { height, width, transparent, decode: (decoding) => decodePng(file, path, decoding) };
  }
  if (begins(JPEG_SIGNATURE)) {
    const file = parseJpeg(bytes, path);
    const { height, width } = file;
    return {
      height,
      width,
      transparent: false,
      decode: (decoding) => decodeJpeg(bytes, file, path, decoding),
    };
  }
  throw new ImageFileError(
    path,
    'format',
    bytes.length === 0 ? 'the file is empty' : 'it is neither PNG nor JPEG',
  );
}

import { errorMessage } from '@tenfold/core';
import { workMeter } from '@tenfold/linalg';

import { greyByte } from '../arrays/grey.js';
import { type GreyImage, type ImageHeader, upright } from './grey-image.js';
import { ImageFileError } from './image-file-error.js';
import type { Decoding } from './raw-picture.js';

/** What a JPEG file begins with. */
export const JPEG_SIGNATURE = [0xff, 0xd8, 0xff] as const;

interface JpegFile extends ImageHeader {
  /** EXIF's orientation, 1 when there is none. */
  readonly orientation: number;
}

/** The marker of Huffman tables, an extension and arithmetic tables, among those of frames. */
const NO_FRAMES = [0xc4, 0xc8, 0xcc];
/** The options of jpeg-js: colours without opacity, errors for damage, and no limit below that of pixels. */
const OPTIONS = {
  useTArray: true,
  formatAsRGBA: false,
  tolerantDecoding: false,
  maxResolutionInMP: 1 << 10,
  maxMemoryUsageInMB: 1 << 10,
};
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0] as const;
const ORIENTATION = 0x0112;

/**
 * Reads a JPEG file's header up to the picture's size. Height and width are those of the upright picture.
 *
 * @throws ImageFileError when there is no header, or the file is cut short
 */
export function parseJpeg(bytes: Uint8Array, path: string): JpegFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let orientation = 1;
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes[at + 1];
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = view.getUint16(at + 2);
    const content = bytes.subarray(at + 4, at + 2 + length);
    if (marker === 0xe1 && EXIF.every((byte, i) => content[i] === byte))
      orientation = orientationOf(content.subarray(EXIF.length));
    if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAMES.includes(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      if (height === 0 || width === 0) throw damaged(path, 'its header makes no sense');
      if (!ends(bytes)) throw damaged(path, 'it is cut short');
      return orientation >= 5
        ? { height: width, width: height, orientation }
        : { height, width, orientation };
    }
    at += 2 + length;
  }
  throw damaged(path, 'it has no header of a picture');
}

/**
 * Decodes a JPEG file, puts it upright as its EXIF data say, and turns it grey.
 *
 * @throws ImageFileError when it is broken, or of a kind that is not read; rejects with the signal's reason
 */
export async function decodeJpeg(
  bytes: Uint8Array,
  { orientation }: JpegFile,
  path: string,
  { decodeRaw, signal }: Decoding,
): Promise<GreyImage> {
  try {
    const { width, height, data } = await decodeRaw('jpeg-js', bytes, OPTIONS);
    const pixels = new Uint8Array(width * height);
    for (let row = 0, i = 0; row < height; row++) {
      for (const end = i + width; i < end; i++)
        pixels[i] = greyByte(data[3 * i], data[3 * i + 1], data[3 * i + 2]);
      await workMeter.spend(width, signal);
    }
    return await upright({ height, width, pixels }, orientation, signal);
  } catch (cause) {
    signal?.throwIfAborted();
    throw damaged(path, errorMessage(cause), { cause });
  }
}

/** Whether the mark of the end is there; some programs write more behind it. */
function ends(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 2; at > 0; at--) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}

/** The orientation among a TIFF header's first entries, 1 when it is not there. */
function orientationOf(tiff: Uint8Array): number {
  if (tiff.length < 14) return 1;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = tiff[0] === 0x49;
  const start = view.getUint32(4, little);
  if (start + 2 > tiff.length) return 1;
  const count = view.getUint16(start, little);
  for (let at = start + 2; at + 12 <= Math.min(tiff.length, start + 2 + 12 * count); at += 12) {
    if (view.getUint16(at, little) !== ORIENTATION) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

function damaged(path: string, what: string, options?: ErrorOptions): ImageFileError {
  return new ImageFileError(path, 'damaged', `the JPEG file is not read (${what}); save it again`, options);
}

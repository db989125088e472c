import { errorMessage } from '@tenfold/core';
import { workMeter } from '@tenfold/linalg';
import { Unzlib } from 'fflate';

import { greyByte } from '../arrays/grey.js';
import { joinBytes } from '../join-bytes.js';
import type { GreyImage, ImageHeader } from './grey-image.js';
import { ImageFileError } from './image-file-error.js';
import type { Decoding } from './raw-picture.js';

/** What a PNG file begins with. */
export const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

/** The chunks that make the picture; all others only say something of it, and may be of any size when unpacked. */
const NEEDED = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];
/** Values of a pixel, by PNG's number for the colours: grey, colours, numbers in a palette, and with opacity. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** The most that deflate can shrink: 258 bytes in two bits. */
const MAX_RATIO = 1032;
/** Bytes that may be unpacked without a check of the size. */
const HARMLESS = 1 << 24;

interface PngFile extends ImageHeader {
  readonly depth: number;
  readonly channels: number;
  readonly interlaced: boolean;
  /** The file with nothing but the chunks that are needed. */
  readonly needed: Uint8Array;
  readonly data: readonly Uint8Array[];
  readonly transparent: boolean;
}

/**
 * Reads a PNG file's chunks.
 *
 * @throws ImageFileError when it is cut short or its header makes no sense
 */
export function parsePng(bytes: Uint8Array, path: string): PngFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [bytes.subarray(0, 8)];
  const data: Uint8Array[] = [];
  let palette = false;
  let ended = false;
  for (let at = 8; !ended;) {
    const length = at + 12 <= bytes.length ? view.getUint32(at) : Infinity;
    if (at + 12 + length > bytes.length) throw cut(path);
    const type = new TextDecoder('latin1').decode(bytes.subarray(at + 4, at + 8));
    if (at === 8 && (type !== 'IHDR' || length !== 13))
      throw damaged(path, 'it does not begin with a header');
    if (NEEDED.includes(type)) parts.push(bytes.subarray(at, at + 12 + length));
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length));
    palette ||= type === 'tRNS';
    ended = type === 'IEND';
    at += 12 + length;
  }
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const [depth, colours, interlace] = [bytes[24], bytes[25], bytes[28]];
  const channels = CHANNELS[colours] ?? 0;
  if (width === 0 || height === 0 || channels === 0) throw damaged(path, 'its header makes no sense');
  const transparent = palette || channels % 2 === 0;
  return {
    width,
    height,
    depth,
    channels,
    interlaced: interlace !== 0,
    needed: joinBytes(parts),
    data,
    transparent,
  };
}

/**
 * Decodes a PNG file and turns it grey. Opacity is left out.
 *
 * @throws ImageFileError when it is broken, or of a kind that is not read; rejects with the signal's reason
 */
export async function decodePng(
  file: PngFile,
  path: string,
  { decodeRaw, signal }: Decoding,
): Promise<GreyImage> {
  const { width, height, depth, interlaced } = file;
  if (interlaced && depth < 8) {
    throw new ImageFileError(
      path,
      'kind',
      `interlaced PNG of ${depth} bits is not read; save it without interlacing`,
    );
  }
  await checkUnpacked(file, path, signal);
  try {
    const {
      data,
      palette,
      channels = file.channels,
    } = await decodeRaw('fast-png', file.needed, { checkCrc: true });
    const pixels = new Uint8Array(width * height);
    const grey = greyOf(sampler(data, channels * width, depth), channels, depth, palette);
    for (let row = 0, to = 0; row < height; row++) {
      for (let column = 0; column < width; column++) pixels[to++] = grey(row, column * channels);
      await workMeter.spend(width * WORK_PER_PIXEL, signal);
    }
    return { height, width, pixels };
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof ImageFileError) throw cause;
    throw damaged(path, errorMessage(cause), { cause });
  }
}

/** The value at a place of a row, whose places may be parts of bytes. */
type Sample = (row: number, place: number) => number;

function sampler(data: ArrayLike<number>, perRow: number, depth: number): Sample {
  if (depth >= 8) return (row, place) => data[row * perRow + place];
  const rowBytes = Math.ceil((perRow * depth) / 8);
  const perByte = 8 / depth;
  const mask = (1 << depth) - 1;
  return (row, place) => {
    const byte = data[row * rowBytes + Math.floor(place / perByte)];
    return (byte >> (8 - depth * ((place % perByte) + 1))) & mask;
  };
}

/** The grey of a pixel, from its first place. */
function greyOf(
  sample: Sample,
  channels: number,
  depth: number,
  palette: readonly (readonly number[])[] | undefined,
): Sample {
  if (palette !== undefined) {
    const greys = palette.map(([red, green, blue]) => greyByte(red, green, blue));
    return (row, place) => {
      const grey = greys.at(sample(row, place));
      if (grey === undefined) throw new Error('a pixel has a colour that the palette lacks');
      return grey;
    };
  }
  const scale = 255 / (2 ** depth - 1);
  const byte: Sample = (row, place) => Math.round(sample(row, place) * scale);
  return channels < 3
    ? byte
    : (row, place) => greyByte(byte(row, place), byte(row, place + 1), byte(row, place + 2));
}

/** Checks that the packed data do not hold far more than the picture's pixels. */
async function checkUnpacked(
  { width, height, depth, channels, data }: PngFile,
  path: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const packed = data.reduce((sum, { length }) => sum + length, 0);
  const expected = height * (1 + Math.ceil((width * depth * channels) / 8));
  const limit = 2 * expected + HARMLESS;
  if (packed * MAX_RATIO <= limit) return;
  let unpacked = 0;
  const stream = new Unzlib((part) => {
    unpacked += part.length;
    if (unpacked > limit) throw damaged(path, `more data than its ${height} × ${width} pixels need`);
  });
  try {
    for (const part of data) {
      for (let at = 0; at < part.length; at += SLICE) {
        const before = unpacked;
        stream.push(part.subarray(at, at + SLICE));
        await workMeter.spend(WORK_PER_BYTE * (unpacked - before), signal);
      }
    }
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof ImageFileError) throw cause;
    throw damaged(path, errorMessage(cause), { cause });
  }
}

/** Bytes that are unpacked at a time: they may become a thousand times as many. */
const SLICE = 1 << 12;
/** Multiply-adds that take as long as unpacking a byte, or turning a pixel grey. */
const WORK_PER_BYTE = 4;
const WORK_PER_PIXEL = 4;

function cut(path: string): ImageFileError {
  return new ImageFileError(path, 'damaged', 'the PNG file is cut short; copy or download it again');
}

function damaged(path: string, what: string, options?: ErrorOptions): ImageFileError {
  return new ImageFileError(
    path,
    'damaged',
    `the PNG file is damaged (${what}); copy or download it again`,
    options,
  );
}

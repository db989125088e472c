import { ArrayFileError, type ArrayFileFault, type ArrayFilePlace } from '../array-file-error.js';
import { ITEM_SIZES } from '../array/dtypes.js';
import { type ArrayLayout, describeShape, product } from '../array/layout.js';
import type { TextLayout } from '../array/text-array.js';
import { adviceOn, describeDescr, parseDescr, parseTextDescr } from './descr.js';
import { type Literal, LiteralError, parseDictionary } from './literal.js';

/** What an NPY file begins with. */
export const NPY_MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59] as const;
/** The magic, the version, and the longest form of the header's length. */
export const NPY_PREFIX = 12;

const MAX_TEXT = 32 << 10;
/** NumPy's own limit. */
const MAX_RANK = 64;
const KEYS = ['descr', 'fortran_order', 'shape'] as const;

/** Where the text of an NPY header lies. */
export interface NpyPrefix {
  readonly textStart: number;
  readonly textLength: number;
  readonly encoding: 'latin1' | 'utf-8';
}

/**
 * Reads the beginning of an NPY file, of version 1.0, 2.0 or 3.0.
 *
 * @param bytes its first 12 bytes, or all when there are fewer
 * @throws ArrayFileError when it is no NPY file, or of another version
 */
export function parseNpyPrefix(bytes: Uint8Array, place: ArrayFilePlace): NpyPrefix {
  const major = bytes[6];
  const textStart = major === 1 ? 10 : NPY_PREFIX;
  if (bytes.length < textStart)
    throw tooShort(place, `a header of at least ${textStart} bytes`, bytes.length);
  if (!NPY_MAGIC.every((byte, i) => byte === bytes[i])) {
    throw fault(place, {
      problem: 'header',
      expected: 'NUMPY behind the byte 93',
      received: 'other bytes',
      offset: 0,
    });
  }
  if (major < 1 || major > 3 || bytes[7] !== 0) {
    const received = `${major}.${bytes[7]}`;
    throw fault(place, { problem: 'header', expected: 'version 1.0, 2.0 or 3.0', received, offset: 6 });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const textLength = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (textLength > MAX_TEXT) {
    const expected = `a header of at most ${MAX_TEXT} bytes`;
    throw fault(place, { problem: 'header', expected, received: `${textLength}`, offset: 8 });
  }
  return { textStart, textLength, encoding: major === 3 ? 'utf-8' : 'latin1' };
}

/**
 * Reads the text of an NPY header.
 *
 * @param bytes the text, and nothing behind it
 * @param prefix where it lies in the file
 * @param place what errors call the file
 * @param texts whether arrays of text are read too
 * @throws ArrayFileError when it is none, or describes elements that are not read
 */
export function parseNpyText(
  bytes: Uint8Array,
  prefix: NpyPrefix,
  place: ArrayFilePlace,
  texts: boolean,
): ArrayLayout | TextLayout {
  const { textStart, textLength } = prefix;
  const headerLength = textStart + textLength;
  if (bytes.length < textLength) {
    throw tooShort(place, `a header of ${headerLength} bytes`, textStart + bytes.length);
  }
  const values = readDictionary(new TextDecoder(prefix.encoding).decode(bytes), textStart, place);
  const [descr, fortranOrder, shape] = KEYS.map((key) => values.get(key));
  if (
    values.size !== KEYS.length ||
    descr === undefined ||
    typeof fortranOrder !== 'boolean' ||
    !isShape(shape)
  ) {
    const expected = 'descr, fortran_order as True or False, and shape as a tuple of sizes';
    throw fault(place, { problem: 'header', expected, received: 'something else', offset: textStart });
  }
  const bodyOf = (itemSize: number) => checkBody(shape, itemSize, textStart, place);
  const text = texts && !(fortranOrder && shape.length > 1) ? parseTextDescr(descr) : undefined;
  if (text !== undefined) return { text, shape, headerLength, bodyLength: bodyOf(text.itemSize) };
  const format = parseDescr(descr);
  if (format === undefined) {
    const expected = `booleans, integers of 1 to 8 bytes${texts ? ', text' : ''} or floating-point numbers of 2 to 8`;
    const received = describeDescr(descr);
    throw fault(place, { problem: 'dtype', expected, received, offset: textStart, advice: adviceOn(descr) });
  }
  const bodyLength = bodyOf(ITEM_SIZES[format.dtype]);
  return { ...format, shape, fortranOrder, headerLength, bodyLength };
}

/** Bytes of all elements, as many as a file can have. */
function checkBody(
  shape: readonly number[],
  itemSize: number,
  offset: number,
  place: ArrayFilePlace,
): number {
  const bodyLength = product(shape) * itemSize;
  if (Number.isSafeInteger(bodyLength) && Number.isSafeInteger(product(shape))) return bodyLength;
  const expected = 'sizes that a file can have';
  throw fault(place, { problem: 'header', expected, received: describeShape(shape), offset });
}

function readDictionary(text: string, textStart: number, place: ArrayFilePlace): Map<string, Literal> {
  try {
    return parseDictionary(text);
  } catch (error) {
    if (!(error instanceof LiteralError)) throw error;
    const { at, expected } = error;
    const received = at < text.length ? JSON.stringify(text.slice(at, at + 12)) : 'the end of the header';
    throw fault(place, { problem: 'header', expected, received, offset: textStart + at }, { cause: error });
  }
}

function isShape(value: Literal | undefined): value is readonly number[] {
  const isSize = (size: Literal) => typeof size === 'number' && Number.isSafeInteger(size) && size >= 0;
  return Array.isArray(value) && value.length <= MAX_RANK && value.every(isSize);
}

function tooShort(place: ArrayFilePlace, expected: string, received: number): ArrayFileError {
  return fault(place, { problem: 'truncated', expected, received: `${received}`, offset: received });
}

function fault(place: ArrayFilePlace, what: ArrayFileFault, options?: ErrorOptions): ArrayFileError {
  return new ArrayFileError(place, what, options);
}

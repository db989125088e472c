import { ELEMENT_TYPES, type IdxElementType } from './elements.js';
import { IdxError } from './idx-error.js';

/** The most bytes of elements that are held at once: the most that one array holds in the oldest supported Node. */
const MAX_BYTES = 2 ** 32;

/** What the first bytes of an IDX file say. */
export interface IdxHeader {
  readonly type: IdxElementType;
  readonly shape: readonly number[];
  /** Bytes of the header. */
  readonly headerLength: number;
  /** Bytes of the elements that follow. */
  readonly bodyLength: number;
}

/**
 * How many bytes the header has, as the magic number says: two zeros, the type, the number of dimensions.
 *
 * @throws IdxError when it is no magic number of IDX
 */
export function idxHeaderLength(bytes: Uint8Array, source: string): number {
  const magic = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  if (bytes.length < 4) throw new IdxError(source, 'truncated', 'at least 4 bytes', `${bytes.length}`);
  if (bytes[0] !== 0 || bytes[1] !== 0 || bytes[3] === 0) {
    throw new IdxError(source, 'magic', 'a magic number such as 00 00 08 03', `${magic}${guess(bytes)}`);
  }
  if (!ELEMENT_TYPES.has(bytes[2])) {
    throw new IdxError(source, 'type', 'an element type of 08, 09, 0b, 0c, 0d or 0e', magic);
  }
  return 4 + 4 * bytes[3];
}

/**
 * Reads the header. Nothing is allocated on its word.
 *
 * @param bytes the file's beginning, at least `idxHeaderLength` bytes when the file has them
 * @param source what errors call the file
 * @param maxBytes the most bytes that the elements may have; the default is for those who hold them all
 * @throws IdxError when it is no header, or when its sizes are beyond what can be held
 */
export function parseIdxHeader(bytes: Uint8Array, source: string, maxBytes = MAX_BYTES): IdxHeader {
  const length = idxHeaderLength(bytes, source);
  if (bytes.length < length) {
    throw new IdxError(source, 'truncated', `a header of ${length} bytes`, `${bytes.length}`);
  }
  const type = ELEMENT_TYPES.get(bytes[2]);
  if (type === undefined) throw new IdxError(source, 'type', 'a known element type', `${bytes[2]}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  const shape = Array.from({ length: bytes[3] }, (_, i) => view.getUint32(4 + 4 * i));
  const bodyLength = shape.reduce((product, size) => product * size, type.size);
  if (!(bodyLength <= maxBytes)) {
    throw new IdxError(source, 'too-large', `at most ${maxBytes} bytes`, describeSizes(shape, type));
  }
  return { type, shape, headerLength: length, bodyLength };
}

/**
 * Checks the elements' bytes against what the header promised.
 *
 * @throws IdxError when there are fewer or more
 */
export function checkIdxBody(header: IdxHeader, received: number, source: string): void {
  if (received === header.bodyLength) return;
  const problem = received < header.bodyLength ? 'truncated' : 'length';
  const promised = `${describeSizes(header.shape, header.type)} after the header`;
  throw new IdxError(source, problem, promised, `${received}`);
}

function describeSizes(shape: readonly number[], type: IdxElementType): string {
  const bytes = shape.reduce((product, size) => product * size, type.size);
  const sizes = shape.length > 6 ? `${shape.slice(0, 6).join(' × ')} × …` : shape.join(' × ');
  return `${sizes} ${type.name}, ${bytes} bytes,`.replace(/,$/, '');
}

function guess(bytes: Uint8Array): string {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return ' (gzip: unpack it first, or use readIdxFile)';
  if (bytes[0] === 0x3c) return ' (HTML or XML)';
  return '';
}

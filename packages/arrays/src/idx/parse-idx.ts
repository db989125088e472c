import type { IdxData, IdxType } from './elements.js';
import { checkIdxBody, parseIdxHeader } from './header.js';

/** An array of any number of dimensions, as an IDX file holds it. */
export interface IdxArray {
  /** The elements' type. */
  readonly type: IdxType;
  /** The size of each dimension, the slowest first: images are `[count, height, width]`. */
  readonly shape: readonly number[];
  /** The elements, the last dimension running fastest. Bytes are a view on what came in; wider types are copied. */
  readonly data: IdxData;
}

/** The options of `parseIdx`. */
export interface ParseIdxOptions {
  /** The name of the bytes in errors: a path. Default "the bytes". */
  source?: string;
}

/**
 * Reads an IDX file, the format of MNIST, from its unpacked bytes; every element type is known.
 *
 * Source: the description of the format beside the MNIST database, Yann LeCun and Corinna Cortes.
 *
 * @throws IdxError when the bytes are no IDX file or not just one whole; nothing is allocated before that is sure
 */
export function parseIdx(bytes: Uint8Array, { source = 'the bytes' }: ParseIdxOptions = {}): IdxArray {
  const header = parseIdxHeader(bytes, source);
  const body = bytes.subarray(header.headerLength);
  checkIdxBody(header, body.length, source);
  return { type: header.type.name, shape: header.shape, data: header.type.decode(body) };
}

import type { ArrayFilePlace } from '../array-file-error.js';
import type { ArrayLayout } from '../array/layout.js';
import type { TextLayout } from '../array/text-array.js';
import { NPY_PREFIX, parseNpyPrefix, parseNpyText } from './header.js';

/**
 * Reads the header of an NPY file.
 *
 * @param read gives the file's first bytes, fewer when there are fewer
 * @param place what errors call the file
 * @param texts whether arrays of text are read too
 * @throws ArrayFileError when it is none, or its elements are of a type that is not read
 */
export async function readNpyLayout(
  read: (length: number) => Promise<Uint8Array>,
  place: ArrayFilePlace,
  texts: boolean,
): Promise<ArrayLayout | TextLayout> {
  const prefix = parseNpyPrefix(await read(NPY_PREFIX), place);
  const end = prefix.textStart + prefix.textLength;
  const bytes = await read(end);
  return parseNpyText(bytes.subarray(prefix.textStart), prefix, place, texts);
}

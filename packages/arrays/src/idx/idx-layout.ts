import { ArrayFileError, type ArrayFilePlace, type ArrayFileProblem } from '../array-file-error.js';
import { ITEM_SIZES } from '../array/dtypes.js';
import type { ArrayLayout } from '../array/layout.js';
import { idxHeaderLength, parseIdxHeader } from './header.js';
import { IdxError, type IdxProblem } from './idx-error.js';

const PROBLEMS: Readonly<Record<IdxProblem, ArrayFileProblem>> = {
  magic: 'header',
  type: 'dtype',
  truncated: 'truncated',
  length: 'length',
  'too-large': 'header',
  gzip: 'damaged',
};

/** The offset of the byte that is wrong, for each problem of a header. */
const OFFSETS: Readonly<Partial<Record<IdxProblem, number>>> = { magic: 0, type: 2, 'too-large': 4 };

/**
 * Reads the header of an IDX file.
 *
 * @param read gives the file's first bytes, fewer when there are fewer
 * @throws ArrayFileError when it is none
 */
export async function readIdxLayout(
  read: (length: number) => Promise<Uint8Array>,
  place: ArrayFilePlace,
): Promise<ArrayLayout> {
  const magic = await read(4);
  const length = idxFault(place, magic.length, () => idxHeaderLength(magic, place.file));
  const bytes = await read(length);
  const { type, shape, bodyLength, headerLength } = idxFault(place, bytes.length, () =>
    parseIdxHeader(bytes, place.file, Number.MAX_SAFE_INTEGER),
  );
  const byteOrder = ITEM_SIZES[type.name] === 1 ? 'none' : 'big';
  return { dtype: type.name, byteOrder, shape, fortranOrder: false, headerLength, bodyLength };
}

function idxFault<T>(place: ArrayFilePlace, end: number, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof IdxError)) throw error;
    const { problem, expected, received } = error;
    const offset = OFFSETS[problem] ?? end;
    throw new ArrayFileError(
      place,
      { problem: PROBLEMS[problem], expected, received, offset },
      { cause: error },
    );
  }
}

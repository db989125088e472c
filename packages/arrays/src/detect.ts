import { ArrayFileError } from './array-file-error.js';
import { NPY_MAGIC } from './npy/header.js';

/** What a file is by its first bytes. */
export type Detected = 'idx' | 'npy' | 'zip' | 'gzip';

/** How many bytes at the beginning of a file are enough to detect its format. */
export const DETECT_BYTES = 16;

/** What other files begin with, and what to say of them. */
const OTHER_FORMATS: readonly (readonly [start: readonly number[], what: string, advice: string])[] = [
  [[0x89, 0x48, 0x44, 0x46], 'an HDF5 file', 'save its arrays with numpy.savez and open those'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a Zstandard file', 'unpack it and open what is in it'],
  [[0x42, 0x5a, 0x68], 'a bzip2 file', 'unpack it and open what is in it'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'an xz file', 'unpack it and open what is in it'],
  [[0x50, 0x41, 0x52, 0x31], 'a Parquet file', 'save its columns with numpy.savez and open those'],
  [[0x3c], 'HTML or XML', 'if it was downloaded, look at it as text: it may say what went wrong'],
];

/**
 * Tells a format by its first bytes.
 *
 * @param start the file's first 16 bytes, or all when there are fewer
 * @param file its name
 * @throws ArrayFileError when it is none of those that are read
 */
export function detect(start: Uint8Array, file: string): Detected {
  const begins = (magic: readonly number[]) => magic.every((byte, i) => start[i] === byte);
  if (begins(NPY_MAGIC)) return 'npy';
  if (begins([0x50, 0x4b, 3, 4]) || begins([0x50, 0x4b, 5, 6])) return 'zip';
  if (begins([0x1f, 0x8b])) return 'gzip';
  if (begins([0, 0]) && start.length >= 4) return 'idx';
  const [, received, advice] = OTHER_FORMATS.find(([magic]) => begins(magic)) ?? unknownFormatError(start);
  const expected = 'the beginning of an IDX, NPY or NPZ file';
  throw new ArrayFileError({ file }, { problem: 'format', expected, received, offset: 0, advice });
}

function unknownFormatError(start: Uint8Array): readonly [undefined, string, string | undefined] {
  if (start.length === 0) return [undefined, 'an empty file', 'copy or download it again'];
  // Protocol 2 and later.
  if (start[0] === 0x80 && start[1] >= 2 && start[1] <= 5) {
    return [
      undefined,
      'a Python pickle, which is never read because it could run code',
      'save the array with numpy.save',
    ];
  }
  const bytes = [...start.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0'));
  return [undefined, bytes.join(' '), undefined];
}

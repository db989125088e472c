import { type ArrayEntry, type ArrayFile, openArray, type TextArray } from '@tenfold/arrays';

import type { NamedSource } from './array-dataset.js';
import { ArrayDataError } from './array-data-error.js';

/** An array of an opened file, and its name in errors. */
export interface ChosenArray {
  /** "y of digits.npz", or the file. */
  readonly source: string;
  readonly array: ArrayEntry | TextArray;
  readonly file: ArrayFile;
}

/** The most bytes of one row, and of the text of all labels. */
const MAX_READ = 2 ** 31 - 1;

/**
 * Opens a file of arrays.
 *
 * @throws ArrayFileError when it is none
 */
export function openFile(
  { name, source }: NamedSource,
  maxUnpackedBytes: number,
  signal: AbortSignal | undefined,
): Promise<ArrayFile> {
  return openArray(source, {
    name,
    texts: true,
    maxUnpackedBytes,
    maxReadBytes: MAX_READ,
    ...(signal !== undefined && { signal }),
  });
}

/** All arrays that can be read. */
export function arraysOf(file: ArrayFile): readonly (ArrayEntry | TextArray)[] {
  return [...file.entries, ...file.texts];
}

/** The only array of a file that is no archive. */
export function onlyArray(file: ArrayFile): ChosenArray {
  return { source: file.name, array: arraysOf(file)[0], file };
}

/**
 * The array of an archive that has a name.
 *
 * @throws ArrayFileError when it is there and cannot be read; ArrayDataError when it is not there
 */
export function arrayNamed(file: ArrayFile, name: string): ChosenArray {
  const array = arraysOf(file).find((candidate) => candidate.name === name);
  if (array !== undefined) return { source: `${name} of ${file.name}`, array, file };
  const broken = file.broken.find((candidate) => candidate.name === name);
  if (broken !== undefined) throw broken.error;
  throw new ArrayDataError(
    file.name,
    'choice',
    `an array called ${name}`,
    listArrays(file),
    'name one of these',
  );
}

/** The arrays of a file with their shapes, as errors list them. */
export function listArrays(file: ArrayFile): string {
  const readable = arraysOf(file).map((array) => `${array.name} (${describeArray(array)})`);
  const all = [...readable, ...file.broken.map(({ name }) => `${name} (not readable)`)];
  if (all.length === 0) return 'no arrays';
  return all.length <= MOST_LISTED ? all.join(', ') : `${all.slice(0, MOST_LISTED).join(', ')}, …`;
}

const MOST_LISTED = 20;

/** Shape and type in words: "60 × 28 × 28 uint8". */
export function describeArray(array: ArrayEntry | TextArray): string {
  return `${describeShape(array.shape)} ${'dtype' in array ? array.dtype : array.descr}`;
}

/** A shape as people write it. */
export function describeShape(shape: readonly number[]): string {
  return shape.length === 0 ? 'one' : shape.join(' × ');
}

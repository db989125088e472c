import type { ArrayFileError } from '../array-file-error.js';
import type { ByteOrder, DType, Elements } from './dtypes.js';
import type { ArrayKind, ImageLayout } from './kind.js';

/** A range of rows or columns: the first, counted from 0, and how many. */
export type IndexRange = readonly [start: number, count: number];

/** An array in a file. Its header is read; elements are read when they are asked for. */
export interface ArrayEntry {
  /** Its name in the archive, with control characters replaced; of a file with one array the file's name. */
  readonly name: string;
  readonly dtype: DType;
  /** The size of each dimension; none for a single number. */
  readonly shape: readonly number[];
  /** Whether the first dimension runs fastest in the file. What is read always has the last running fastest. */
  readonly fortranOrder: boolean;
  readonly byteOrder: ByteOrder;
  /** The form in which it is shown, by its shape and type. */
  readonly kind: ArrayKind;
  /**
   * How images lie in it: always for `images`; for a `table` a suggestion, when a row has as many numbers as a
   * square has pixels.
   */
  readonly images: ImageLayout | undefined;
  /** The size of the first dimension: a vector's length; 1 for a single number. */
  readonly rows: number;
  /** Elements in a row: the product of all dimensions but the first. */
  readonly rowLength: number;
  /** Bytes of all elements. */
  readonly byteLength: number;
  /** Bytes behind the last element that belong to no array; NumPy ignores them too. */
  readonly trailingBytes: number;
  /**
   * Reads rows, that is everything behind the first dimension.
   *
   * @param start the first row, counted from 0
   * @param count how many; `start + count` is at most `rows`
   * @param signal stops the reading; the promise then rejects with the signal's reason
   * @returns the elements in this machine's byte order, the last dimension running fastest
   * @throws ParameterError when the rows do not exist or are more than may be held
   * @throws ArrayFileError when the file does not hold what its header says
   */
  readRows(start: number, count: number, signal?: AbortSignal): Promise<Elements>;
  /**
   * Reads a block of rows and columns, where a column is a position within a row: what a grid shows of a table that
   * is too wide to be read by rows.
   *
   * @param rows the rows, as for `readRows`
   * @param columns the columns, `start + count` at most `rowLength`
   * @param signal stops the reading
   * @throws ParameterError and ArrayFileError as `readRows`
   */
  readBlock(rows: IndexRange, columns: IndexRange, signal?: AbortSignal): Promise<Elements>;
  /**
   * Reads the elements' bytes as they are in the file, or in the unpacked data.
   *
   * @param start the first byte, counted from the first element
   * @param count how many, `start + count` at most `byteLength`
   * @param signal stops the reading
   * @throws ParameterError and ArrayFileError as `readRows`
   */
  readBytes(start: number, count: number, signal?: AbortSignal): Promise<Uint8Array>;
  /**
   * Reads all of it and compares checksums, where the file has some: in gzip and in archives. What is unpacked to its
   * end is compared anyway, and so are entries that an archive stores as they are, up to one mebibyte, when first read.
   *
   * @returns whether there was a checksum
   * @throws ArrayFileError when the file is damaged
   */
  verify(signal?: AbortSignal): Promise<boolean>;
}

/** An archive's entry that cannot be read as an array, and why. */
export interface BrokenEntry {
  /** Its name, with control characters replaced. */
  readonly name: string;
  readonly error: ArrayFileError;
}

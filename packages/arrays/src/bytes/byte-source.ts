import { ArrayFileError, type ArrayFilePlace } from '../array-file-error.js';

/** Bytes that can be read from anywhere: a file, a blob, a server that knows ranges. */
export interface ByteSource {
  /** How many there are. */
  readonly size: number;
  /**
   * Reads some of them. It may give fewer than were asked for, but none only at the end. The array is not changed
   * afterwards by the reader, and should not be by the source.
   *
   * @param offset where to begin, counted from 0
   * @param length how many, at least 1
   * @param signal stops the reading
   */
  read(offset: number, length: number, signal?: AbortSignal): Promise<Uint8Array>;
}

/**
 * A source over bytes in memory; they are not copied.
 *
 * @param bytes the file's bytes
 */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  };
}

/**
 * Reads exactly so many bytes into an array of its own.
 *
 * @throws ArrayFileError when the source ends before, as a file does that was cut meanwhile
 */
export async function readExactly(
  source: ByteSource,
  offset: number,
  length: number,
  place: ArrayFilePlace,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(length);
  for (let filled = 0; filled < length;) {
    signal?.throwIfAborted();
    const part = await source.read(offset + filled, length - filled, signal);
    if (part.length === 0) {
      const expected = `${source.size} bytes`;
      throw new ArrayFileError(place, {
        problem: 'truncated',
        expected,
        received: `${offset + filled}`,
        offset: offset + filled,
        advice: 'it changed while it was open: open it again',
      });
    }
    bytes.set(part.subarray(0, length - filled), filled);
    filled += Math.min(part.length, length - filled);
  }
  signal?.throwIfAborted();
  return bytes;
}

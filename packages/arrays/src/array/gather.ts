import { ParameterError, yieldToEventLoop } from '@tenfold/core';

import type { Content } from '../bytes/content.js';

/** How scattered readings are done. */
export interface ReadLimits {
  /** The most bytes that one reading may give. */
  readonly maxReadBytes: number;
  /** The most bytes of scattered elements for which whole pages are read. */
  readonly cacheBytes: number;
  /** Bytes of a page. */
  readonly pageBytes: number;
}

/** Stretches of one length within a file. */
export interface Stretches {
  readonly count: number;
  /** Bytes of each. */
  readonly length: number;
  /** Where each of them begins in the file; they need not be in order. */
  readonly offsetOf: (i: number) => number;
  /** The bytes of the file among which all of them lie. */
  readonly span: readonly [start: number, length: number];
  /** What they are, in words: "rows". */
  readonly what: string;
}

/** The most places that are read one by one; more of them are picked from one reading of all that lies between. */
const MAX_READINGS = 1 << 16;
/** So many places are gathered before other work gets its turn. */
const PLACES_AT_ONCE = 1 << 12;

/**
 * Reads stretches of a file into one array, one behind the other.
 *
 * @throws ParameterError when they are too many to be read one by one, and too far apart to be read together
 */
export async function gather(
  content: Content,
  stretches: Stretches,
  limits: ReadLimits,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { count, length, offsetOf, span } = stretches;
  const bytes = new Uint8Array(count * length);
  if (bytes.length === 0) return bytes;
  const whole = count > MAX_READINGS ? await readSpan(content, stretches, limits, signal) : undefined;
  const touched = Math.min(count * Math.max(length, limits.pageBytes), span[1]);
  const cached = touched <= limits.cacheBytes;
  for (let i = 0; i < count; i++) {
    const at = offsetOf(i);
    const part =
      whole?.subarray(at - span[0], at - span[0] + length) ??
      content.peek(at, length) ??
      (await content.read(at, length, signal, cached));
    bytes.set(part, i * length);
    if (i % PLACES_AT_ONCE !== PLACES_AT_ONCE - 1) continue;
    await yieldToEventLoop();
    signal?.throwIfAborted();
  }
  return bytes;
}

function readSpan(
  content: Content,
  { count, span: [start, length], what }: Stretches,
  { maxReadBytes }: ReadLimits,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  if (length <= maxReadBytes) return content.read(start, length, signal);
  const expected = `at most ${MAX_READINGS}, or in an array of at most ${maxReadBytes} bytes`;
  throw new ParameterError('readBlock', `the number of ${what}`, expected, count);
}

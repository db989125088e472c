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

/** Spans of bytes of one length within a file. */
export interface Spans {
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

/** The most spans that are read one by one; more are copied out of one read of all the bytes between the first and the last. */
const MAX_SINGLE_READS = 1 << 16;
/** Spans that are gathered before the event loop gets a turn. */
const SPANS_PER_TURN = 1 << 12;

/**
 * Reads spans of a file into one array, one behind the other.
 *
 * @throws ParameterError when they are too many to be read one by one, and too far apart to be read together
 */
export async function gather(
  content: Content,
  spans: Spans,
  limits: ReadLimits,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { count, length, offsetOf, span } = spans;
  const bytes = new Uint8Array(count * length);
  if (bytes.length === 0) return bytes;
  const whole = count > MAX_SINGLE_READS ? await readSpan(content, spans, limits, signal) : undefined;
  const touched = Math.min(count * Math.max(length, limits.pageBytes), span[1]);
  const cached = touched <= limits.cacheBytes;
  for (let i = 0; i < count; i++) {
    const at = offsetOf(i);
    const part =
      whole?.subarray(at - span[0], at - span[0] + length) ??
      content.peek(at, length) ??
      (await content.read(at, length, signal, cached));
    bytes.set(part, i * length);
    if (i % SPANS_PER_TURN !== SPANS_PER_TURN - 1) continue;
    await yieldToEventLoop();
    signal?.throwIfAborted();
  }
  return bytes;
}

function readSpan(
  content: Content,
  { count, span: [start, length], what }: Spans,
  { maxReadBytes }: ReadLimits,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  if (length <= maxReadBytes) return content.read(start, length, signal);
  const expected = `at most ${MAX_SINGLE_READS}, or in an array of at most ${maxReadBytes} bytes`;
  throw new ParameterError('readBlock', `the number of ${what}`, expected, count);
}

import { TableError } from './table-error.js';

/**
 * Chunks of bytes, unpacked when they start as gzip does. Unpacking is done off this thread where it can be, and its
 * checksum is checked.
 *
 * @throws TableError when gzip data is damaged or cut off
 */
export async function* gunzipChunks(
  chunks: AsyncIterator<Uint8Array>,
  source: string,
): AsyncGenerator<Uint8Array> {
  let start = new Uint8Array(0);
  let next = await chunks.next();
  while (next.done !== true && start.length + next.value.length < 2) {
    start = concat(start, next.value);
    next = await chunks.next();
  }
  if (next.done !== true) start = concat(start, next.value);
  if (isGzip(start)) yield* inflated(start, chunks, source);
  else {
    yield start;
    for (next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
  }
}

/** Whether bytes start as gzip data does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Gzip data that cannot be unpacked. */
export function gzipError(source: string, cause: unknown): TableError {
  return new TableError(source, 'gzip', 'the gzip data is damaged or cut off', {}, { cause });
}

/** By a reader: not every browser iterates over streams. */
async function* inflated(
  start: Uint8Array<ArrayBuffer>,
  rest: AsyncIterator<Uint8Array>,
  source: string,
): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream('gzip');
  const reader = (stream.readable as ReadableStream<Uint8Array>).getReader();
  // What the chunks themselves fail with is no fault of the gzip data.
  const feeding = feed((stream.writable as WritableStream<Uint8Array>).getWriter(), start, rest);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
  } catch (error) {
    const failure = await feeding;
    throw failure === undefined ? gzipError(source, error) : failure.cause;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Writes all chunks; gives what they failed with, or undefined when they ended or are wanted no more. */
async function feed(
  writer: WritableStreamDefaultWriter<Uint8Array>,
  start: Uint8Array<ArrayBuffer>,
  rest: AsyncIterator<Uint8Array>,
): Promise<{ cause: unknown } | undefined> {
  // Each write is told of its failure, and so is the end; the reader tells them too.
  const write = (chunk: Uint8Array<ArrayBuffer>): Promise<boolean> =>
    writer.write(chunk).then(
      () => true,
      () => false,
    );
  let wanted = await write(start);
  while (wanted) {
    let next: IteratorResult<Uint8Array>;
    try {
      next = await rest.next();
    } catch (cause) {
      await writer.abort(cause).catch(() => undefined);
      return { cause };
    }
    if (next.done === true) {
      await writer.close().catch(() => undefined);
      return undefined;
    }
    // Copied, because a chunk may be used again by who gives it.
    wanted = await write(new Uint8Array(next.value));
  }
  return undefined;
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

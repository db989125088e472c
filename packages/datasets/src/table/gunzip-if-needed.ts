import { gunzipChunks } from '@tenfold/arrays';

import { TableError } from './table-error.js';

/**
 * Chunks of bytes, unpacked when they start as gzip does. Lengths and checksums are compared.
 *
 * @throws TableError when gzip data is damaged or cut off
 */
export async function* gunzipIfNeeded(
  chunks: AsyncIterator<Uint8Array>,
  source: string,
): AsyncGenerator<Uint8Array> {
  let start: Uint8Array = new Uint8Array(0);
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

/** What the chunks themselves fail with is passed on: it is no fault of the gzip data. */
async function* inflated(
  start: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
  source: string,
): AsyncGenerator<Uint8Array> {
  const state = { failed: false };
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield start;
    state.failed = true;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
      state.failed = false;
      yield next.value;
      state.failed = true;
    }
    state.failed = false;
  }
  try {
    yield* gunzipChunks(chunks());
  } catch (error) {
    throw state.failed ? error : gzipError(source, error);
  }
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

import { yieldToEventLoop } from '@tenfold/core';

import { GunzipStream } from './gunzip-stream.js';

/** Bytes that are unpacked at a time: they may become a thousand times as many. */
const SLICE = 16 << 10;

/**
 * Unpacks gzip data that come in chunks, of one member or several. Other work gets its turn after every 16 KB of them.
 *
 * @param chunks the packed bytes; each is read before the next is asked for
 * @returns the unpacked bytes, in chunks of their own
 * @throws GzipFaultError when a member's length or checksum is another; fflate's error for damaged data; what the
 *   chunks themselves fail with
 */
export async function* gunzipChunks(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  let unpacked: Uint8Array[] = [];
  const stream = new GunzipStream((bytes) => unpacked.push(bytes));
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += SLICE) {
      // A piece is given only after the next one was unpacked, as damage is often detected a little later.
      const before = unpacked;
      unpacked = [];
      stream.push(chunk.subarray(at, at + SLICE), false);
      for (const bytes of before) if (bytes.length > 0) yield bytes;
      await yieldToEventLoop();
    }
  }
  stream.push(new Uint8Array(0), true);
  for (const bytes of unpacked) if (bytes.length > 0) yield bytes;
}

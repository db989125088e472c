import { gunzipChunks, IdxError } from '@tenfold/arrays';

/**
 * A file's bytes: themselves, or what they unpack to when they are gzipped. Unpacking is done off this thread.
 *
 * @param bytes the file
 * @param size how many bytes there must be; no more than that are ever held
 * @param source what errors call the file
 * @throws IdxError when the gzip data is damaged or there are fewer or more bytes
 */
export async function unpack(
  bytes: Uint8Array,
  size: number,
  source: string,
): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return inflate(bytes, size, source);
  checkSize(bytes.length, size, source);
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);
}

async function inflate(bytes: Uint8Array, size: number, source: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await filled(inflatedByPlatform(bytes), size, source);
  } catch (error) {
    if (error instanceof IdxError) throw error;
  }
  // The platform refuses data behind the first member, which gzip allows.
  try {
    return await filled(gunzipChunks([bytes]), size, source);
  } catch (cause) {
    if (cause instanceof IdxError) throw cause;
    throw new IdxError(source, 'gzip', 'gzip data', 'damaged data', { cause });
  }
}

async function filled(
  chunks: AsyncIterable<Uint8Array>,
  size: number,
  source: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const unpacked = new Uint8Array(size);
  let length = 0;
  for await (const chunk of chunks) {
    if (length + chunk.length > size) checkSize(length + chunk.length, size, source);
    unpacked.set(chunk, length);
    length += chunk.length;
  }
  checkSize(length, size, source);
  return unpacked;
}

/** The unpacked bytes, piece by piece, off this thread. By a reader: not every browser iterates over streams. */
async function* inflatedByPlatform(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const reader = (stream as ReadableStream<Uint8Array>).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function checkSize(received: number, expected: number, source: string): void {
  if (received === expected) return;
  const problem = received < expected ? 'truncated' : 'length';
  throw new IdxError(source, problem, `${expected} bytes`, `${received}`);
}

import { gunzipIfNeeded } from './gunzip-if-needed.js';

/**
 * What a table is read from: its text, or its bytes in chunks, unpacked when they are gzipped. No chunk is waited for
 * once the signal is given.
 */
export async function* tableChunks(
  table: string | Uint8Array | AsyncIterable<Uint8Array>,
  source: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<string | Uint8Array> {
  if (typeof table === 'string') {
    yield table;
    return;
  }
  const chunks = table instanceof Uint8Array ? cut(table) : table[Symbol.asyncIterator]();
  const aborted = abortion(signal);
  const state = { ended: false };
  const guarded: AsyncIterator<Uint8Array> = {
    next: async () => {
      const next = await Promise.race([chunks.next(), aborted.promise]);
      state.ended = next.done === true;
      return next;
    },
  };
  try {
    yield* gunzipIfNeeded(guarded, source);
  } finally {
    aborted.forget();
    // Not waited for: an iterator that is busy answers when its next chunk comes, which may be never.
    if (!state.ended) chunks.return?.().catch(() => undefined);
  }
}

const CHUNK = 1 << 18;

/** Bytes in chunks, so that what is unpacked of them does not come all at once. */
async function* cut(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK)
    yield await Promise.resolve(bytes.subarray(at, at + CHUNK));
}

/** A promise that is rejected with the signal's reason. */
function abortion(signal: AbortSignal | undefined): { promise: Promise<never>; forget: () => void } {
  let forget = (): void => undefined;
  const promise = new Promise<never>((_, reject) => {
    if (signal === undefined) return;
    const listener = (): void => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', listener, { once: true });
    if (signal.aborted) listener();
    forget = () => {
      signal.removeEventListener('abort', listener);
    };
  });
  promise.catch(() => undefined);
  return { promise, forget };
}

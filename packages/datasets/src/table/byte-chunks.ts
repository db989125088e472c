/** What a table is read from: itself, or chunks, of which none is waited for once the signal is given. */
export async function* byteChunks(
  table: string | Uint8Array | AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<string | Uint8Array> {
  if (typeof table === 'string' || table instanceof Uint8Array) {
    yield table;
    return;
  }
  const iterator = table[Symbol.asyncIterator]();
  const aborted = abortion(signal);
  let ended = false;
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted.promise]);
      ended = next.done === true;
      if (next.done === true) return;
      yield next.value;
    }
  } catch (error) {
    ended = !(signal?.aborted === true);
    throw error;
  } finally {
    aborted.forget();
    // Not waited for: an iterator that is busy answers when its next chunk comes, which may be never.
    if (!ended) iterator.return?.().catch(() => undefined);
  }
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

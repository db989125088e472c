import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import type { Writable } from 'node:stream';

/**
 * Writes some text and waits until the stream can take more, so that a slow reader holds up the writer and no memory
 * fills. In any case the event loop gets a turn, in which a signal is heard.
 *
 * @throws the signal's reason when it is aborted, before or while waiting
 */
export async function writeSlowly(stream: Writable, text: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (stream.write(text)) await setImmediate();
  else await drained(stream, signal);
  signal.throwIfAborted();
}

async function drained(stream: Writable, signal: AbortSignal): Promise<void> {
  try {
    await once(stream, 'drain', { signal });
  } catch (error) {
    // A stream that fails has aborted the signal by then.
    signal.throwIfAborted();
    throw error;
  }
}

/** Waits until everything written has left the process, or the signal is aborted. */
export async function flushed(stream: Writable, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  // Where nothing waits nothing is written: even no bytes are too many for a full disk.
  if (stream.writableLength > 0) {
    await new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
      stream.write('', () => resolve());
    });
  }
  // A stream emits its error only after the callback of the write.
  await setImmediate();
}

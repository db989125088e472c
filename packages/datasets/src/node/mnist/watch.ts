import { errorCode } from '@tenfold/core';
import { Failure } from './failure.js';

/** Watches over the network in one attempt: it fails when nothing comes for too long, and stops by a signal. */
export class Watch {
  private readonly control = new AbortController();
  private stalled = false;
  private readonly stop = () => {
    this.control.abort(this.outer.reason);
  };

  /**
   * @param outer stops the attempt
   * @param stallTimeout milliseconds without a byte after which the attempt has failed
   */
  constructor(
    private readonly outer: AbortSignal,
    private readonly stallTimeout: number,
  ) {
    if (outer.aborted) this.stop();
    outer.addEventListener('abort', this.stop, { once: true });
  }

  /** For the request. */
  get signal(): AbortSignal {
    return this.control.signal;
  }

  /**
   * Waits for one step of the network.
   *
   * @throws Failure when it fails or takes too long
   */
  async over<T>(step: () => Promise<T>): Promise<T> {
    const timer = setTimeout(() => {
      this.stalled = true;
      this.control.abort();
    }, this.stallTimeout);
    try {
      return await step();
    } catch (cause) {
      this.outer.throwIfAborted();
      if (!this.stalled && cause instanceof Failure) throw cause;
      const reason = this.stalled
        ? `nothing came for ${this.stallTimeout / 1000} s`
        : describeNetworkError(cause);
      throw new Failure(reason, false, { cause });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Lets go of the outer signal and of a connection that is still open. */
  close(): void {
    this.outer.removeEventListener('abort', this.stop);
    this.control.abort();
  }
}

/** Why the network failed: the words of the innermost error, which `fetch` wraps. */
export function describeNetworkError(error: unknown): string {
  let inner = error as { message?: string; cause?: unknown };
  while (typeof inner.cause === 'object' && inner.cause !== null) inner = inner.cause;
  const code = errorCode(inner) ?? '';
  const text = inner.message ?? '';
  if (text === '') return code === '' ? 'the connection failed' : code;
  return code === '' || text.includes(code) ? text : `${text} (${code})`;
}

import { orAborted } from '../../protocol/or-aborted.js';

/** Something that is loaded once for all who wait for it, and stopped when none of them waits any longer. */
export class SharedLoad<T> {
  readonly #stop = new AbortController();
  readonly #loaded: Promise<T>;
  readonly #forget: () => void;
  #waiting = 0;
  #isSettled = false;

  /**
   * @param load loads it, until its signal is aborted
   * @param forget is called when it has failed, or is stopped
   */
  constructor(load: (signal: AbortSignal) => Promise<T>, forget: () => void) {
    this.#forget = forget;
    this.#loaded = load(this.#stop.signal);
    this.#loaded.catch(forget).finally(() => (this.#isSettled = true));
  }

  /**
   * Waits for it.
   *
   * @param signal ends the waiting: it rejects with the signal's reason
   */
  async wait(signal?: AbortSignal): Promise<T> {
    this.#waiting++;
    try {
      return await orAborted(this.#loaded, signal);
    } finally {
      this.#waiting--;
      if (this.#waiting === 0 && !this.#isSettled && signal?.aborted === true) {
        // At once, so that the next caller begins a new load.
        this.#forget();
        this.#stop.abort(signal.reason);
      }
    }
  }
}

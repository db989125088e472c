import type { ModelSource } from '../../protocol/webviews/model.js';
import type { AskedQuery, NeighborQuery } from '../../protocol/webviews/neighbors.js';

/**
 * The rows that other pages ask the page of neighbours about, one page a model. The last one of each stays: the window throws
 * a page away while it is hidden, with whatever it was told last.
 */
export class NeighborQueries {
  readonly #latest = new Map<string, AskedQuery>();
  readonly #listeners = new Map<string, (asked: AskedQuery) => void>();

  /** Asks about a row: the page that shows the model is told, or is told when it opens. */
  ask(source: ModelSource, query: NeighborQuery): void {
    const key = JSON.stringify(source);
    // By the clock, as a page may know of numbers from before a reload of the window.
    const number = Math.max(Date.now(), (this.#latest.get(key)?.number ?? 0) + 1);
    const asked = { number, query };
    this.#latest.set(key, asked);
    this.#listeners.get(key)?.(asked);
  }

  /**
   * Tells what is asked about a model until the signal is aborted, at once what was asked last.
   *
   * @param source the model
   * @param seen the number of the last query that is known; 0 when none is
   * @param signal ends it
   * @param tell is told
   */
  listen(
    source: ModelSource,
    seen: number,
    signal: AbortSignal,
    tell: (asked: AskedQuery) => void,
  ): Promise<null> {
    const key = JSON.stringify(source);
    this.#listeners.set(key, tell);
    const latest = this.#latest.get(key);
    if (latest !== undefined && latest.number > seen) tell(latest);
    return new Promise((resolve) => {
      const end = (): void => {
        if (this.#listeners.get(key) === tell) this.#listeners.delete(key);
        resolve(null);
      };
      if (signal.aborted) end();
      else signal.addEventListener('abort', end, { once: true });
    });
  }
}

import type { ModelSource } from '../../protocol/webviews/model.js';
import type { NeighborQuery } from '../../protocol/webviews/neighbors.js';

/** The rows that other pages ask the page of neighbours about, one page a model. */
export class NeighborQueries {
  readonly #waiting = new Map<string, NeighborQuery>();
  readonly #listeners = new Map<string, (query: NeighborQuery) => void>();

  /** Asks about a row: the page that shows the model is told, or is told when it opens. */
  ask(source: ModelSource, query: NeighborQuery): void {
    const key = JSON.stringify(source);
    const tell = this.#listeners.get(key);
    if (tell === undefined) this.#waiting.set(key, query);
    else tell(query);
  }

  /** Tells what is asked about a model, what was asked before among it, until the signal is aborted. */
  listen(source: ModelSource, signal: AbortSignal, tell: (query: NeighborQuery) => void): Promise<null> {
    const key = JSON.stringify(source);
    this.#listeners.set(key, tell);
    const waiting = this.#waiting.get(key);
    this.#waiting.delete(key);
    if (waiting !== undefined) tell(waiting);
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

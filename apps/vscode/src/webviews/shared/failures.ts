type Listener = (error: unknown) => void;

/** Failures of work whose promise no code awaits, for one listener: the page. */
export class Failures {
  #listener: Listener = () => undefined;
  #latest = 0;

  /** Calls `listener` with each error, and with undefined when there is none any more. Returns what ends that. */
  listen(listener: Listener): () => void {
    this.#listener = listener;
    return () => {
      this.#listener = () => undefined;
    };
  }

  /** Calls the listener when work fails, unless other work was begun since. */
  show(work: Promise<unknown>): void {
    this.dismiss();
    const number = this.#latest;
    work.catch((error: unknown) => {
      if (number === this.#latest) this.#listener(error);
    });
  }

  /** Calls the listener with an error that no code has caught. */
  report(error: unknown): void {
    this.#listener(error);
  }

  /** There is no failure any more. */
  dismiss(): void {
    this.#latest++;
    this.#listener(undefined);
  }
}

/** The failures that this page shows. */
export const pageFailures = new Failures();

/** Does what a button of the page asks of the host; the page shows why it failed. */
export function showFailure(work: Promise<unknown>): void {
  pageFailures.show(work);
}

import { errorMessage } from '@tenfold/core';

/** What pages are made of. */
export interface PagesParts<T> {
  /** Gives a page; it is no longer wanted when the signal is aborted. */
  readonly load: (page: number, signal: AbortSignal) => Promise<T>;
  /** Bytes that a page takes. */
  readonly sizeOf: (value: T) => number;
  /** The most bytes of pages that are kept. */
  readonly budget: number;
  /** Called when a page has been loaded or has failed. */
  readonly onChange: () => void;
}

/** The most pages that are loaded at a time. */
const MOST_LOADS_AT_ONCE = 4;

/**
 * Pages of something long. Those that are wanted are loaded, in the order in which they are named; those that are no
 * longer wanted before they have come are cancelled; of those that have come the last used ones are kept.
 */
export class Pages<T> {
  readonly #parts: PagesParts<T>;
  /** The page that was used last at the end. */
  readonly #cache = new Map<number, T>();
  readonly #loading = new Map<number, AbortController>();
  readonly #failed = new Map<number, string>();
  #wanted: readonly number[] = [];
  #bytes = 0;
  #closed = false;

  constructor(parts: PagesParts<T>) {
    this.#parts = parts;
  }

  /** Bytes of the pages that are kept. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The error of a wanted page that could not be loaded. */
  get failure(): string | undefined {
    return this.#wanted.map((page) => this.#failed.get(page)).find((reason) => reason !== undefined);
  }

  /** A page, if it is here. */
  get(page: number): T | undefined {
    const value = this.#cache.get(page);
    if (value === undefined) return undefined;
    this.#cache.delete(page);
    this.#cache.set(page, value);
    return value;
  }

  /** Sets which pages are wanted, the most urgent one first. */
  want(pages: readonly number[]): void {
    this.#wanted = pages;
    const wanted = new Set(pages);
    for (const [page, loading] of this.#loading) {
      if (wanted.has(page)) continue;
      this.#loading.delete(page);
      loading.abort();
    }
    this.#start();
  }

  /** Asks again for what could not be had. */
  retry(): void {
    this.#failed.clear();
    this.#start();
  }

  /** Cancels what is being loaded and forgets the rest. */
  close(): void {
    this.#closed = true;
    for (const loading of this.#loading.values()) loading.abort();
    this.#loading.clear();
    this.#cache.clear();
    this.#bytes = 0;
  }

  #start(): void {
    for (const page of this.#wanted) {
      if (this.#closed || this.#loading.size >= MOST_LOADS_AT_ONCE) return;
      if (!this.#cache.has(page) && !this.#loading.has(page) && !this.#failed.has(page))
        void this.#load(page);
    }
  }

  async #load(page: number): Promise<void> {
    const loading = new AbortController();
    this.#loading.set(page, loading);
    try {
      const value = await this.#parts.load(page, loading.signal);
      if (loading.signal.aborted) return;
      this.#keep(page, value);
    } catch (error) {
      if (loading.signal.aborted) return;
      this.#failed.set(page, errorMessage(error));
    }
    this.#loading.delete(page);
    this.#start();
    this.#parts.onChange();
  }

  #keep(page: number, value: T): void {
    const { sizeOf, budget } = this.#parts;
    this.#cache.set(page, value);
    this.#bytes += sizeOf(value);
    const wanted = new Set(this.#wanted);
    for (const [oldest, old] of this.#cache) {
      if (this.#bytes <= budget) return;
      if (oldest === page || wanted.has(oldest)) continue;
      this.#cache.delete(oldest);
      this.#bytes -= sizeOf(old);
    }
  }
}

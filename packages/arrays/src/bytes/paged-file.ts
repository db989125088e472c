import type { ArrayFilePlace } from '../array-file-error.js';
import { unlessAborted } from './abort.js';
import { type ByteSource, readExactly } from './byte-source.js';

/** The most pages that one reading of the source takes: a cancelled reading stops after so many. */
const RUN = 16;

/** A file read in pages, of which the last used are kept. */
export class PagedFile {
  /** By page number, the one that was used last at the end. */
  private readonly pages = new Map<number, Uint8Array>();
  private readonly loading = new Map<number, Promise<Uint8Array>>();
  private held = 0;

  constructor(
    readonly source: ByteSource,
    readonly place: ArrayFilePlace,
    /** Bytes of a page. */
    readonly pageBytes: number,
    /** The most bytes of pages that are kept. */
    readonly cacheBytes: number,
  ) {}

  get size(): number {
    return this.source.size;
  }

  /** Reads without pages, straight from the source. */
  readDirect(offset: number, length: number, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    return readExactly(this.source, offset, length, this.place, signal);
  }

  /**
   * Reads through the cache of pages. A read that would evict most of the pages bypasses it.
   *
   * @param offset where to begin; `offset + length` is within the file
   */
  async read(offset: number, length: number, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    if (length > this.cacheBytes / 2) return this.readDirect(offset, length, signal);
    const bytes = new Uint8Array(length);
    const last = Math.floor((offset + length - 1) / this.pageBytes);
    for (let filled = 0; filled < length;) {
      const index = Math.floor((offset + filled) / this.pageBytes);
      const page = this.cached(index) ?? (await this.load(index, last, signal));
      const part = page.subarray(offset + filled - index * this.pageBytes);
      bytes.set(part.subarray(0, length - filled), filled);
      filled += part.length;
    }
    return bytes;
  }

  /** A view of the bytes of one cached page. */
  peek(offset: number, length: number): Uint8Array | undefined {
    const index = Math.floor(offset / this.pageBytes);
    const start = offset - index * this.pageBytes;
    if (start + length > this.pageBytes) return undefined;
    return this.cached(index)?.subarray(start, start + length);
  }

  private cached(index: number): Uint8Array | undefined {
    const page = this.pages.get(index);
    if (page === undefined) return undefined;
    this.pages.delete(index);
    this.pages.set(index, page);
    return page;
  }

  /** Loads a page, and those after it that will be needed; whoever else asks meanwhile waits for the same. */
  private load(index: number, last: number, signal?: AbortSignal): Promise<Uint8Array> {
    signal?.throwIfAborted();
    const running = this.loading.get(index) ?? this.loadRun(index, this.runLength(index, last));
    return unlessAborted(running, signal);
  }

  private runLength(index: number, last: number): number {
    const end = Math.min(last, index + RUN - 1);
    let length = 1;
    while (index + length <= end && !this.pages.has(index + length) && !this.loading.has(index + length)) {
      length++;
    }
    return length;
  }

  private loadRun(first: number, count: number): Promise<Uint8Array> {
    const start = first * this.pageBytes;
    const run = this.readDirect(start, Math.min(count * this.pageBytes, this.size - start));
    const pages = Array.from({ length: count }, (_, i) =>
      run
        .then((bytes) => this.keep(first + i, bytes.slice(i * this.pageBytes, (i + 1) * this.pageBytes)))
        .finally(() => this.loading.delete(first + i)),
    );
    pages.forEach((page, i) => {
      this.loading.set(first + i, page);
      // Nobody may be waiting for the later pages of a run that fails.
      page.catch(() => undefined);
    });
    return pages[0];
  }

  private keep(index: number, page: Uint8Array): Uint8Array {
    this.pages.set(index, page);
    this.held += page.length;
    for (const [oldest, { length }] of this.pages) {
      if (this.held <= this.cacheBytes || oldest === index) break;
      this.pages.delete(oldest);
      this.held -= length;
    }
    return page;
  }
}

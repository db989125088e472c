import { Pages } from './virtual-pages.js';

/** What images are made of. */
export interface ImageSourceParts {
  readonly count: number;
  /** Height and width in pixels. */
  readonly shape: readonly [height: number, width: number];
  /** Bytes of a pixel: 1 is grey, 4 are red, green, blue and opacity. */
  readonly channels: 1 | 4;
  /** Gives the bytes of the images from one on, one after the other. */
  readonly load: (from: number, count: number, signal: AbortSignal) => Promise<Uint8Array>;
}

/** Bytes of a page, about; and the most images of one. */
const PAGE_BYTES = 256 * 1024;
const PAGE_IMAGES = 256;
/** Bytes of pages that are kept: 40,000 images of 28 × 28. */
const BUDGET = 32 * 2 ** 20;

/** The images of a grid, which come in pages. */
export class Images {
  readonly count: number;
  readonly shape: readonly [height: number, width: number];
  readonly channels: 1 | 4;
  /** Images of a page. */
  readonly perPage: number;
  readonly #bytes: number;
  readonly #pages: Pages<Uint8Array>;
  readonly #listeners = new Set<() => void>();

  constructor({ count, shape, channels, load }: ImageSourceParts) {
    this.count = count;
    this.shape = shape;
    this.channels = channels;
    this.#bytes = shape[0] * shape[1] * channels;
    this.perPage = Math.max(1, Math.min(PAGE_IMAGES, Math.floor(PAGE_BYTES / Math.max(1, this.#bytes))));
    this.#pages = new Pages({
      load: async (page, signal) => {
        const from = page * this.perPage;
        const wanted = Math.min(this.perPage, count - from);
        const bytes = await load(from, wanted, signal);
        if (bytes.length !== wanted * this.#bytes)
          throw new Error(`${wanted} images came as ${bytes.length} bytes.`);
        return bytes;
      },
      sizeOf: ({ length }) => length,
      budget: BUDGET,
      onChange: () => {
        for (const listener of this.#listeners) listener();
      },
    });
  }

  /** Bytes of the pages that are kept. */
  get held(): number {
    return this.#pages.bytes;
  }

  /** The error of wanted images that could not be loaded. */
  get failure(): string | undefined {
    return this.#pages.failure;
  }

  /** The bytes of an image, if they are here. */
  get(image: number): Uint8Array | undefined {
    const page = this.#pages.get(Math.floor(image / this.perPage));
    const start = (image % this.perPage) * this.#bytes;
    return page?.subarray(start, start + this.#bytes);
  }

  /** Sets which images are visible: they are loaded first, and then those beside them. */
  want(first: number, end: number): void {
    if (end <= first) return;
    const last = Math.floor((this.count - 1) / this.perPage);
    const from = Math.floor(first / this.perPage);
    const to = Math.floor((end - 1) / this.perPage);
    const seen = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    this.#pages.want([...seen, to + 1, from - 1].filter((page) => page >= 0 && page <= last));
  }

  /** Asks again for what could not be had. */
  retry(): void {
    this.#pages.retry();
  }

  /** Calls `listener` when images have come. Returns what ends that. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Forgets all of them. */
  close(): void {
    this.#pages.close();
  }
}

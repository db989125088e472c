/** Alignment of every block: a cache line. */
const ALIGNMENT = 64;

interface Block {
  readonly start: number;
  readonly size: number;
}

/**
 * Hands out stretches of an address space that can grow: first fit over a list of free stretches in the order of
 * their addresses, neighbours merged. Few and large requests, so that simplicity wins.
 */
export class Allocator {
  /** Free stretches by address, no two of which touch. */
  readonly #free: Block[] = [];
  readonly #used = new Map<number, number>();
  #top: number;

  /** @param base the first address that may be handed out */
  constructor(base: number) {
    this.#top = align(base);
  }

  /** The address after the highest in use. */
  get top(): number {
    return this.#top;
  }

  /** Bytes handed out. */
  get bytesUsed(): number {
    return [...this.#used.values()].reduce((sum, size) => sum + size, 0);
  }

  /** The address of `bytes` bytes, a multiple of 64. */
  allocate(bytes: number): number {
    const size = Math.max(ALIGNMENT, align(bytes));
    const index = this.#free.findIndex((block) => block.size >= size);
    if (index === -1) return this.#extend(size);
    const { start, size: available } = this.#free[index];
    if (available === size) this.#free.splice(index, 1);
    else this.#free[index] = { start: start + size, size: available - size };
    this.#used.set(start, size);
    return start;
  }

  /** Gives the end of a block back, all but `bytes` bytes of it. */
  shrink(address: number, bytes: number): void {
    const size = this.#used.get(address);
    const kept = Math.max(ALIGNMENT, align(bytes));
    if (size === undefined || kept >= size) return;
    this.#used.set(address, kept);
    this.#giveBack({ start: address + kept, size: size - kept });
  }

  /** Gives a block back. Unknown addresses are ignored, so that releasing twice does no harm. */
  free(address: number): void {
    const size = this.#used.get(address);
    if (size === undefined) return;
    this.#used.delete(address);
    this.#giveBack({ start: address, size });
  }

  #extend(size: number): number {
    const start = this.#top;
    this.#top += size;
    this.#used.set(start, size);
    return start;
  }

  #giveBack(block: Block): void {
    let at = this.#free.findIndex(({ start }) => start > block.start);
    if (at === -1) at = this.#free.length;
    this.#free.splice(at, 0, block);
    this.#merge(at);
    if (at > 0) this.#merge(at - 1);
    this.#dropTop();
  }

  /** Merges a free block with the next one when they touch. */
  #merge(index: number): void {
    const block = this.#free[index];
    const next = this.#free.at(index + 1);
    if (next?.start !== block.start + block.size) return;
    this.#free.splice(index, 2, { start: block.start, size: block.size + next.size });
  }

  #dropTop(): void {
    const last = this.#free.at(-1);
    if (last === undefined || last.start + last.size !== this.#top) return;
    this.#free.pop();
    this.#top = last.start;
  }
}

function align(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}

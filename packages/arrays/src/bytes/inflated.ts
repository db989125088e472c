import { yieldToEventLoop } from '@tenfold/core';

import { ArrayFileError } from '../array-file-error.js';
import { Chunks } from './chunks.js';
import type { Content } from './content.js';
import type { Unpacked, UnpackedMemory } from './unpacked-memory.js';
import { type Packed, Unpacker } from './unpacker.js';

/** The most that deflate can shrink: 258 bytes in two bits. */
const MAX_RATIO = 1032;
/** Bytes that are unpacked before the event loop gets a turn. */
const PORTION = 1 << 20;

/**
 * The content of a packed part of a file. It is unpacked once, as far as it is read, and kept; when its memory is needed
 * for another one, it is forgotten and later unpacked again.
 */
export class Inflated implements Content, Unpacked {
  private readonly chunks = new Chunks();
  private unpacker: Unpacker | undefined;
  private failure: unknown;

  constructor(
    private readonly packed: Packed,
    private readonly memory: UnpackedMemory,
    private expected?: number,
  ) {
    if (expected !== undefined) this.checkSize(expected);
  }

  get size(): number | undefined {
    return this.expected;
  }

  get held(): number {
    return this.chunks.length;
  }

  /**
   * Says how many bytes there should be, once that is known.
   *
   * @throws ArrayFileError when the packed bytes can not hold so many, or memory may not
   */
  expect(size: number): void {
    this.checkSize(size);
    this.expected = size;
  }

  async read(offset: number, length: number, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const end = Math.min(offset + length, this.expected ?? Infinity);
    if (!this.reaches(end)) {
      return this.memory.turns.run(async () => {
        await this.unpackTo(end, signal);
        return this.chunks.copy(offset, end - offset);
      }, signal);
    }
    signal?.throwIfAborted();
    return this.chunks.copy(offset, end - offset);
  }

  peek(offset: number, length: number): Uint8Array | undefined {
    return this.reaches(offset + length) ? this.chunks.peek(offset, length) : undefined;
  }

  async verify(signal?: AbortSignal): Promise<boolean> {
    await this.memory.turns.run(() => this.unpackTo(Infinity, signal), signal);
    return true;
  }

  release(): void {
    this.chunks.clear();
    this.unpacker = undefined;
  }

  /** Whether nothing must be unpacked any more; who wants the last byte wants it checked. */
  private reaches(end: number): boolean {
    if (this.unpacker?.done === true) return true;
    return end <= this.chunks.length && !(this.expected !== undefined && end >= this.expected);
  }

  private async unpackTo(end: number, signal?: AbortSignal): Promise<void> {
    if (this.failure !== undefined && !this.reaches(end)) throw this.failure as Error;
    let pause = this.chunks.length + PORTION;
    while (!this.reaches(end)) {
      signal?.throwIfAborted();
      await this.step(signal);
      if (this.chunks.length < pause) continue;
      pause = this.chunks.length + PORTION;
      await yieldToEventLoop();
    }
    signal?.throwIfAborted();
  }

  private async step(signal?: AbortSignal): Promise<void> {
    this.unpacker ??= new Unpacker(this.packed, (bytes) => this.take(bytes));
    try {
      await this.unpacker.step(signal);
      if (this.unpacker.done) this.checkEnd();
      this.memory.makeRoom(this);
    } catch (error) {
      // Damage is remembered; an error of the disk or an abort is not, as the next call may succeed.
      if (error instanceof ArrayFileError) this.failure = error;
      throw error;
    }
  }

  private take(bytes: Uint8Array): void {
    const length = this.chunks.length + bytes.length;
    if (this.expected !== undefined && length > this.expected) {
      throw new ArrayFileError(this.packed.place, {
        problem: 'length',
        expected: `${this.expected} unpacked bytes`,
        received: 'more',
        offset: this.expected,
      });
    }
    if (length > this.memory.limit) throw this.tooLarge(`more`);
    this.chunks.add(bytes);
  }

  private checkEnd(): void {
    this.expected ??= this.chunks.length;
    if (this.chunks.length < this.expected) throw this.short(this.expected, this.chunks.length);
  }

  private checkSize(size: number): void {
    const possible = (this.packed.end - this.packed.start) * MAX_RATIO;
    if (size > possible) throw this.short(size, possible, 'at most ');
    if (size > this.memory.limit) throw this.tooLarge(`${size}`);
  }

  private short(expected: number, received: number, most = ''): ArrayFileError {
    return new ArrayFileError(this.packed.place, {
      problem: 'truncated',
      expected: `${expected} unpacked bytes`,
      received: `${most}${received}`,
      offset: Math.min(received, expected),
    });
  }

  private tooLarge(received: string): ArrayFileError {
    return new ArrayFileError(this.packed.place, {
      problem: 'too-large',
      expected: `at most ${this.memory.limit} unpacked bytes`,
      received,
    });
  }
}

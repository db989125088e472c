import { Gunzip, Inflate } from 'fflate';

import { ArrayFileError, type ArrayFilePlace } from '../array-file-error.js';
import { crc32 } from './crc32.js';
import { hex } from './file-part.js';
import type { PagedFile } from './paged-file.js';

/** Bytes that are read from the file at first, and at most at a time. */
const FIRST_BLOCK = 4 << 10;
const BLOCK = 128 << 10;
/** Bytes that are unpacked at first, enough for a header, and at most: they may become a thousand times as many. */
const FIRST_SLICE = 1 << 10;
const SLICE = 16 << 10;
/** A gzip member's checksum and length. */
const TRAILER = 8;
/** fflate's code for data that end too early. */
const UNEXPECTED_END = 0;

/** A stretch of a file that is packed. */
export interface Packed {
  readonly file: PagedFile;
  readonly place: ArrayFilePlace;
  /** Its first byte in the file. */
  readonly start: number;
  /** The byte behind its last. */
  readonly end: number;
  /** Whether the data come alone, as in ZIP, or between gzip's headers and checksums. */
  readonly layer: 'deflate' | 'gzip';
  /** The unpacked data's checksum, where it stands elsewhere. */
  readonly checksum?: number | undefined;
}

/** Part of a gzip file: where it ends and what was in it. */
interface Member {
  readonly end: number;
  readonly crc: number;
  readonly length: number;
}

/** Unpacks a stretch from its beginning to its end, step by step. */
export class Unpacker {
  private readonly stream: Inflate | Gunzip;
  private block = new Uint8Array(0);
  private blockLength = FIRST_BLOCK;
  private blockStart: number;
  private at: number;
  private slice = FIRST_SLICE;
  private crc = 0;
  private length = 0;
  private readonly members: Member[] = [];
  private closed = false;
  /** Whether all is unpacked and its checksums were right. */
  done = false;

  constructor(
    private readonly packed: Packed,
    private readonly take: (bytes: Uint8Array) => void,
  ) {
    this.at = this.blockStart = packed.start;
    const receive = (bytes: Uint8Array) => this.receive(bytes);
    this.stream = packed.layer === 'gzip' ? new Gunzip(receive) : new Inflate(receive);
    if (this.stream instanceof Gunzip)
      this.stream.onmember = (offset) => this.closeMember(packed.start + offset);
  }

  /**
   * Unpacks a few kilobytes more, or compares the checksums when there are none.
   *
   * @throws ArrayFileError when the bytes are damaged
   */
  async step(signal?: AbortSignal): Promise<void> {
    const { end, file } = this.packed;
    if (this.at === end) {
      this.close();
      await this.compare(signal);
      this.done = true;
      return;
    }
    if (this.at === this.blockStart + this.block.length) {
      this.block = await file.readDirect(this.at, Math.min(this.blockLength, end - this.at), signal);
      this.blockLength = Math.min(BLOCK, 2 * this.blockLength);
      this.blockStart = this.at;
    }
    const from = this.at - this.blockStart;
    const part = this.block.subarray(from, from + this.slice);
    this.push(part, false);
    this.at += part.length;
    this.slice = Math.min(SLICE, 2 * this.slice);
  }

  /** Tells the stream, once, that nothing follows. */
  private close(): void {
    if (this.closed) return;
    this.push(new Uint8Array(0), true);
    if (this.packed.layer === 'gzip') this.closeMember(this.packed.end);
    this.closed = true;
  }

  private push(bytes: Uint8Array, final: boolean): void {
    try {
      this.stream.push(bytes, final);
    } catch (error) {
      if (error instanceof ArrayFileError) throw error;
      const cause = error as Error & { code?: unknown };
      throw new ArrayFileError(
        this.packed.place,
        {
          problem: cause.code === UNEXPECTED_END ? 'truncated' : 'damaged',
          expected: 'packed data up to their end',
          received: cause.message,
          offset: this.at,
        },
        { cause },
      );
    }
  }

  private receive(bytes: Uint8Array): void {
    this.crc = crc32(bytes, this.crc);
    this.length += bytes.length;
    this.take(bytes);
  }

  private closeMember(end: number): void {
    this.members.push({ end, crc: this.crc, length: this.length });
    this.crc = 0;
    this.length = 0;
  }

  private async compare(signal?: AbortSignal): Promise<void> {
    const { packed } = this;
    if (packed.layer === 'gzip') {
      for (const member of this.members) await this.compareMember(member, signal);
    } else if (packed.checksum !== undefined && packed.checksum !== this.crc) {
      throw this.wrongChecksum(packed.checksum, this.crc, packed.start);
    }
  }

  private async compareMember({ end, crc, length }: Member, signal?: AbortSignal): Promise<void> {
    const at = Math.max(this.packed.start, end - TRAILER);
    const trailer = await this.packed.file.readDirect(at, end - at, signal);
    const view = new DataView(trailer.buffer);
    const whole = trailer.length === TRAILER && view.getUint32(4, true) === length % 2 ** 32;
    if (!whole) {
      throw new ArrayFileError(this.packed.place, {
        problem: 'truncated',
        expected: 'the length of the unpacked data at the end',
        received: 'other bytes',
        offset: at,
      });
    }
    if (view.getUint32(0, true) !== crc) throw this.wrongChecksum(view.getUint32(0, true), crc, at);
  }

  private wrongChecksum(expected: number, received: number, offset: number): ArrayFileError {
    return new ArrayFileError(this.packed.place, {
      problem: 'checksum',
      expected: `the checksum ${hex(expected)}`,
      received: hex(received),
      offset,
    });
  }
}

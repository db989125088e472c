import { Inflate } from 'fflate';

import { ArrayFileError, type ArrayFilePlace } from '../array-file-error.js';
import { crc32 } from './crc32.js';
import { hex } from './file-part.js';
import { GunzipStream, GzipFaultError } from './gunzip-stream.js';
import type { PagedFile } from './paged-file.js';

/** Bytes that are read from the file at first, and at most at a time. */
const FIRST_BLOCK = 4 << 10;
const BLOCK = 128 << 10;
/** Bytes that are unpacked at first, enough for a header, and at most: they may become a thousand times as many. */
const FIRST_SLICE = 1 << 10;
const SLICE = 16 << 10;
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

/** Unpacks a stretch from its beginning to its end, step by step. */
export class Unpacker {
  private readonly stream: Inflate | GunzipStream;
  private block = new Uint8Array(0);
  private blockLength = FIRST_BLOCK;
  private blockStart: number;
  private at: number;
  private slice = FIRST_SLICE;
  private crc = 0;
  private closed = false;
  /** Whether all is unpacked and its checksums were right. */
  done = false;

  constructor(
    private readonly packed: Packed,
    private readonly take: (bytes: Uint8Array) => void,
  ) {
    this.at = this.blockStart = packed.start;
    const receive = (bytes: Uint8Array) => this.receive(bytes);
    this.stream = packed.layer === 'gzip' ? new GunzipStream(take) : new Inflate(receive);
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

  /** Tells the stream, once, that nothing follows, and compares the checksum that stands elsewhere. */
  private close(): void {
    if (!this.closed) this.push(new Uint8Array(0), true);
    this.closed = true;
    const { checksum, start } = this.packed;
    if (checksum === undefined || checksum === this.crc) return;
    throw new ArrayFileError(this.packed.place, {
      problem: 'checksum',
      expected: `the checksum ${hex(checksum)}`,
      received: hex(this.crc),
      offset: start,
    });
  }

  private push(bytes: Uint8Array, final: boolean): void {
    try {
      this.stream.push(bytes, final);
    } catch (error) {
      throw this.failure(error as Error);
    }
  }

  private failure(cause: Error & { code?: unknown }): Error {
    if (cause instanceof ArrayFileError) return cause;
    const { place, start } = this.packed;
    if (cause instanceof GzipFaultError)
      return new ArrayFileError(place, { ...cause.fault, offset: start + cause.fault.offset });
    return new ArrayFileError(
      place,
      {
        problem: cause.code === UNEXPECTED_END ? 'truncated' : 'damaged',
        expected: 'packed data up to their end',
        received: cause.message,
        offset: this.at,
      },
      { cause },
    );
  }

  private receive(bytes: Uint8Array): void {
    this.crc = crc32(bytes, this.crc);
    this.take(bytes);
  }
}

import { Gunzip } from 'fflate';

import { crc32 } from './crc32.js';
import { hex } from './file-part.js';

/** A gzip member's checksum and length, both of four bytes, behind its data. */
const TRAILER = 8;
/** How many of the last bytes are remembered, to read a trailer after the header that follows it has come in pieces. */
const TAIL = 1 << 16;

/** What is wrong with gzip data whose packed bytes could be read. */
export interface GzipFault {
  readonly problem: 'truncated' | 'checksum';
  readonly expected: string;
  readonly received: string;
  /** Where in the gzip data. */
  readonly offset: number;
}

/** Thrown for gzip data whose lengths or checksums are not those of what they unpack to. */
export class GzipFaultError extends Error {
  override readonly name = 'GzipFaultError';

  constructor(readonly fault: GzipFault) {
    super(`expected ${fault.expected}, received ${fault.received}`);
  }
}

/**
 * Unpacks gzip data of one member or several (RFC 1952, 2.2) piece by piece, and compares the length and the checksum
 * of each. The platform's own stream, by the Compression Streams standard, refuses data behind the first member.
 */
export class GunzipStream {
  private readonly stream = new Gunzip((bytes) => this.receive(bytes));
  private readonly tail = new Uint8Array(TAIL);
  private given = 0;
  private crc = 0;
  private length = 0;

  constructor(private readonly take: (bytes: Uint8Array) => void) {
    this.stream.onmember = (offset) => this.closeMember(offset);
  }

  /**
   * Unpacks the next bytes.
   *
   * @param bytes the next of the gzip data, of any length
   * @param final whether none follow
   * @throws GzipFaultError when a member's length or checksum is another; fflate's error for damaged data
   */
  push(bytes: Uint8Array, final: boolean): void {
    this.rememberTail(bytes);
    this.stream.push(bytes, final);
    if (final) this.closeMember(this.given);
  }

  private receive(bytes: Uint8Array): void {
    this.crc = crc32(bytes, this.crc);
    this.length += bytes.length;
    this.take(bytes);
  }

  private rememberTail(bytes: Uint8Array): void {
    for (let i = Math.max(0, bytes.length - TAIL); i < bytes.length; i++)
      this.tail[(this.given + i) % TAIL] = bytes[i];
    this.given += bytes.length;
  }

  /** Compares a member whose last byte is the one before `end`. */
  private closeMember(end: number): void {
    const at = end - TRAILER;
    if (at < 0 || at < this.given - TAIL || this.word(at + 4) !== this.length % 2 ** 32) {
      throw new GzipFaultError({
        problem: 'truncated',
        expected: 'the length of the unpacked data at the end',
        received: 'other bytes',
        offset: Math.max(0, at),
      });
    }
    const expected = this.word(at);
    if (expected !== this.crc) {
      throw new GzipFaultError({
        problem: 'checksum',
        expected: `the checksum ${hex(expected)}`,
        received: hex(this.crc),
        offset: at,
      });
    }
    this.crc = 0;
    this.length = 0;
  }

  private word(at: number): number {
    let word = 0;
    for (let i = 3; i >= 0; i--) word = word * 256 + this.tail[(at + i) % TAIL];
    return word;
  }
}

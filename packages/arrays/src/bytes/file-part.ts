import { yieldToEventLoop } from '@tenfold/core';

import { ArrayFileError, type ArrayFilePlace } from '../array-file-error.js';
import type { Content } from './content.js';
import { crc32 } from './crc32.js';
import type { PagedFile } from './paged-file.js';

/** Bytes that are checked before the event loop gets a turn. */
const BLOCK = 1 << 20;
/** A part of so few bytes is read whole and checked before any of it is given. */
const SMALL = 1 << 20;

/** A stretch of a file that is not packed: a whole file, or an entry that an archive stores as it is. */
export class FilePart implements Content {
  /** Whether the checksum need not be compared any more. */
  private checked: boolean;

  constructor(
    private readonly file: PagedFile,
    private readonly place: ArrayFilePlace,
    private readonly start: number,
    readonly size: number,
    /** Its checksum, where there is one. */
    private readonly checksum?: number | undefined,
  ) {
    this.checked = checksum === undefined;
  }

  async read(offset: number, length: number, signal?: AbortSignal, cached = true) {
    const wanted = Math.max(0, Math.min(length, this.size - offset));
    if (wanted === 0) return new Uint8Array(0);
    const at = this.start + offset;
    if (!cached) return this.file.readDirect(at, wanted, signal);
    if (this.mustCheck) this.compare(crc32(await this.file.read(this.start, this.size, signal)));
    return this.file.read(at, wanted, signal);
  }

  peek(offset: number, length: number): Uint8Array | undefined {
    if (this.mustCheck || offset + length > this.size) return undefined;
    return this.file.peek(this.start + offset, length);
  }

  async verify(signal?: AbortSignal): Promise<boolean> {
    let crc = 0;
    for (let offset = 0; offset < this.size; offset += BLOCK) {
      const length = Math.min(BLOCK, this.size - offset);
      crc = crc32(await this.file.readDirect(this.start + offset, length, signal), crc);
      await yieldToEventLoop();
    }
    signal?.throwIfAborted();
    if (this.checksum !== undefined) this.compare(crc);
    return this.checksum !== undefined;
  }

  private get mustCheck(): boolean {
    return !this.checked && this.size <= SMALL;
  }

  private compare(crc: number): void {
    if (this.checksum !== undefined && crc !== this.checksum) {
      throw new ArrayFileError(this.place, {
        problem: 'checksum',
        expected: `the checksum ${hex(this.checksum)}`,
        received: hex(crc),
        offset: this.start,
      });
    }
    this.checked = true;
  }
}

/** A checksum as it is usually written. */
export function hex(checksum: number): string {
  return checksum.toString(16).padStart(8, '0');
}

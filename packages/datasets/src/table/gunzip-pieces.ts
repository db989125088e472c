import { Gunzip } from 'fflate';

import { TableError } from './table-error.js';

/** Unpacks bytes that come piece by piece when they start as gzip does, and passes on others. */
export class GunzipPieces {
  private start = new Uint8Array(0);
  private gunzip: Gunzip | undefined;
  private begun = false;
  private unpacked: Uint8Array[] = [];

  constructor(private readonly source: string) {}

  /**
   * The bytes to read for the next piece, in order.
   *
   * @param piece the next bytes
   * @param last whether this is the last piece
   * @throws TableError when gzip data is damaged or cut off
   */
  take(piece: Uint8Array, last: boolean): readonly Uint8Array[] {
    let bytes = piece;
    if (!this.begun) {
      bytes = this.start = concat(this.start, piece);
      if (bytes.length < 2 && !last) return [];
      this.begun = true;
      if (isGzip(bytes)) this.gunzip = new Gunzip((chunk) => this.unpacked.push(chunk));
    }
    return this.gunzip === undefined ? [bytes] : this.unpack(this.gunzip, bytes, last);
  }

  private unpack(gunzip: Gunzip, bytes: Uint8Array, last: boolean): readonly Uint8Array[] {
    this.unpacked = [];
    try {
      gunzip.push(bytes, last);
    } catch (cause) {
      throw gzipError(this.source, last, cause);
    }
    return this.unpacked;
  }
}

/** Gzip data that cannot be unpacked. */
export function gzipError(source: string, truncated: boolean, cause: unknown): TableError {
  const message = truncated ? 'the gzip data is cut off' : 'the gzip data is damaged';
  return new TableError(source, 'gzip', message, {}, { cause });
}

/** Whether bytes start as gzip data does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

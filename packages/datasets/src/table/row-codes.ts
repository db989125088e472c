import type { MemoryAccount } from './memory-account.js';

type Codes = Uint8Array | Uint16Array | Uint32Array;

/** A whole number from 0 for each row, in as many bytes as the largest needs. */
export class RowCodes {
  private codes: Codes;
  private largest = 0xff;
  private count = 0;

  constructor(private readonly account: MemoryAccount) {
    this.codes = new Uint8Array(1024);
    account.take(this.codes.byteLength);
  }

  /** How many there are. */
  get length(): number {
    return this.count;
  }

  at(row: number): number {
    return this.codes[row];
  }

  push(code: number): void {
    if (code > this.largest) this.widen(code);
    if (this.count === this.codes.length) this.move(new (kind(this.codes))(2 * this.count));
    this.codes[this.count++] = code;
  }

  private widen(code: number): void {
    const wide = code > 0xffff;
    this.largest = wide ? 0xffffffff : 0xffff;
    this.move(wide ? new Uint32Array(this.codes.length) : new Uint16Array(this.codes.length));
  }

  private move(to: Codes): void {
    this.account.take(to.byteLength);
    to.set(this.codes);
    this.account.take(-this.codes.byteLength);
    this.codes = to;
  }
}

function kind(codes: Codes): Uint8ArrayConstructor | Uint16ArrayConstructor | Uint32ArrayConstructor {
  if (codes instanceof Uint8Array) return Uint8Array;
  return codes instanceof Uint16Array ? Uint16Array : Uint32Array;
}

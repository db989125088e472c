/** Bytes that came in pieces, one behind the other. */
export class Chunks {
  private pieces: Uint8Array[] = [];
  private starts: number[] = [];
  /** How many bytes there are. */
  length = 0;

  add(piece: Uint8Array): void {
    if (piece.length === 0) return;
    this.pieces.push(piece);
    this.starts.push(this.length);
    this.length += piece.length;
  }

  clear(): void {
    this.pieces = [];
    this.starts = [];
    this.length = 0;
  }

  /** A copy of some bytes, fewer when they end before. */
  copy(offset: number, length: number): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(Math.max(0, Math.min(length, this.length - offset)));
    for (let filled = 0, i = this.find(offset); filled < bytes.length; i++) {
      const from = offset + filled - this.starts[i];
      const part = this.pieces[i].subarray(from, from + bytes.length - filled);
      bytes.set(part, filled);
      filled += part.length;
    }
    return bytes;
  }

  /** A view on some bytes, when they lie in one piece. */
  peek(offset: number, length: number): Uint8Array | undefined {
    if (offset + length > this.length) return undefined;
    const i = this.find(offset);
    const from = offset - this.starts[i];
    return from + length <= this.pieces[i].length ? this.pieces[i].subarray(from, from + length) : undefined;
  }

  /** The piece that holds a byte, by halving. */
  private find(offset: number): number {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

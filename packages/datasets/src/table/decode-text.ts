import { TableError } from './table-error.js';

const LF = 10;
const CR = 13;

/** Turns a table's bytes or text, which come piece by piece, into text. A byte order mark is passed over. */
export class TextPieces {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private readonly start: number[] = [];
  private lines = 1;
  private last = 0;
  private isFirst = true;

  constructor(private readonly source: string) {}

  /**
   * The text of the next piece. A character that is cut waits for its end.
   *
   * @throws TableError when bytes are in another encoding
   */
  take(piece: string | Uint8Array): string {
    if (typeof piece !== 'string') return this.takeBytes(piece);
    const text = this.isFirst ? withoutMark(piece) : piece;
    this.isFirst = false;
    return text;
  }

  private takeBytes(bytes: Uint8Array): string {
    for (let i = 0; this.start.length < 2 && i < bytes.length; i++) this.start.push(bytes[i]);
    this.checkMark();
    const text = this.decode(bytes, true);
    this.count(bytes);
    return text;
  }

  /** @throws TableError when a character is cut off */
  end(): string {
    return this.decode(new Uint8Array(0), false);
  }

  private checkMark(): void {
    const [first, second] = this.start;
    if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
      throw this.error('the file is in UTF-16; save it as UTF-8');
    }
  }

  private decode(bytes: Uint8Array, stream: boolean): string {
    let text: string;
    try {
      text = this.decoder.decode(bytes, { stream });
    } catch {
      this.count(bytes.subarray(0, wrongByte(bytes)));
      throw this.error('the file is not in UTF-8; save it as UTF-8', this.lines);
    }
    const at = text.indexOf('\0');
    if (at < 0) return text;
    this.count(bytes.subarray(0, bytes.indexOf(0)));
    throw this.error(
      'there is a NUL byte: this is no text, or it is in UTF-16; save it as UTF-8',
      this.lines,
    );
  }

  /** Counts line ends: CR LF is one. */
  private count(bytes: Uint8Array): void {
    for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
      if ((at === 0 ? this.last : bytes[at - 1]) !== CR) this.lines++;
    }
    for (let at = bytes.indexOf(CR); at >= 0; at = bytes.indexOf(CR, at + 1)) this.lines++;
    if (bytes.length > 0) this.last = bytes[bytes.length - 1];
  }

  private error(message: string, line?: number): TableError {
    return new TableError(this.source, 'encoding', message, line === undefined ? {} : { line });
  }
}

/** Where the first byte is that is no UTF-8, to the line. The rest of a character that began before is passed over. */
function wrongByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < Math.min(3, bytes.length) && (bytes[at] & 0xc0) === 0x80) at++;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  while (at < bytes.length) {
    const next = bytes.indexOf(LF, at) + 1 || bytes.length;
    try {
      decoder.decode(bytes.subarray(at, next));
    } catch {
      return at;
    }
    at = next;
  }
  return 0;
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

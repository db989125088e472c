import { checkInteger, yieldToEventLoop } from '@tenfold/core';

import { ArrayFileError, type ArrayFilePlace } from '../array-file-error.js';
import type { Content } from '../bytes/content.js';
import { rowsOf } from './kind.js';

/** The layout of text in a file: elements of one length, padded with zeros. */
export interface TextFormat {
  /** NumPy's description, such as `<U5` or `|S3`. */
  readonly descr: string;
  /** Bytes of an element. */
  readonly itemSize: number;
  /** Code points of four bytes, by the order of these, or bytes of UTF-8. */
  readonly encoding: 'little' | 'big' | 'utf-8';
}

/** What a header says of the text behind it. */
export interface TextLayout {
  readonly text: TextFormat;
  readonly shape: readonly number[];
  readonly headerLength: number;
  readonly bodyLength: number;
}

/** An array of text in a file (NumPy's types U and S). Its header is read; elements are read when they are asked for. */
export interface TextArray {
  /** Its name in the archive, with control characters replaced; of a file with one array the file's name. */
  readonly name: string;
  /** NumPy's description of its elements, such as `<U5`. */
  readonly descr: string;
  /** The size of each dimension. */
  readonly shape: readonly number[];
  /** The size of the first dimension; 1 for a single text. */
  readonly rows: number;
  /** Elements in a row: the product of all dimensions but the first. */
  readonly rowLength: number;
  /**
   * Reads rows, that is everything behind the first dimension. Zeros at the end of an element belong to no text.
   *
   * @param start the first row, counted from 0
   * @param count how many; `start + count` is at most `rows`
   * @param signal stops the reading; the promise then rejects with the signal's reason
   * @throws ParameterError when the rows do not exist or are more than may be held
   * @throws ArrayFileError when the file does not hold what its header says, or an element is no text
   */
  readText(start: number, count: number, signal?: AbortSignal): Promise<string[]>;
}

/** Elements that are decoded before the event loop gets a turn. */
const AT_ONCE = 1 << 14;

/** Text in the content of a file, behind its header. */
export class FileText implements TextArray {
  readonly descr: string;
  readonly shape;
  readonly rows: number;
  readonly rowLength: number;

  constructor(
    readonly name: string,
    private readonly place: ArrayFilePlace,
    private readonly layout: TextLayout,
    private readonly content: Content,
    private readonly maxReadBytes: number,
  ) {
    this.descr = layout.text.descr;
    this.shape = layout.shape;
    ({ rows: this.rows, rowLength: this.rowLength } = rowsOf(layout.shape));
  }

  async readText(start: number, count: number, signal?: AbortSignal): Promise<string[]> {
    checkInteger('readText', 'the first of the rows', start, { min: 0, max: this.rows });
    checkInteger('readText', 'the number of rows', count, { min: 0, max: this.rows - start });
    const { headerLength, text } = this.layout;
    const rowBytes = this.rowLength * text.itemSize;
    const length = count * rowBytes;
    // Elements may be empty, and as many of them as a header likes to say.
    const held = Math.max(length, count * this.rowLength);
    checkInteger('readText', 'the number of bytes read', held, { max: this.maxReadBytes });
    signal?.throwIfAborted();
    const at = headerLength + start * rowBytes;
    const bytes = await this.content.read(at, length, signal);
    const texts: string[] = [];
    for (let i = 0; i < count * this.rowLength; i++) {
      texts.push(
        this.decode(bytes.subarray(i * text.itemSize, (i + 1) * text.itemSize), at + i * text.itemSize),
      );
      if (i % AT_ONCE !== AT_ONCE - 1) continue;
      await yieldToEventLoop();
      signal?.throwIfAborted();
    }
    return texts;
  }

  private decode(bytes: Uint8Array, offset: number): string {
    const { encoding } = this.layout.text;
    try {
      return encoding === 'utf-8' ? decodeUtf8(bytes) : decodeCodePoints(bytes, encoding === 'little');
    } catch (cause) {
      throw new ArrayFileError(
        this.place,
        { problem: 'damaged', expected: 'text', received: 'bytes that are none', offset },
        { cause },
      );
    }
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, end));
}

/**
 * Text of code points of four bytes each.
 *
 * @throws RangeError when a number is no code point
 */
function decodeCodePoints(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length;
  while (end > 0 && view.getUint32(end - 4) === 0) end -= 4;
  let text = '';
  for (let at = 0; at < end; at += 4) text += String.fromCodePoint(view.getUint32(at, littleEndian));
  return text;
}

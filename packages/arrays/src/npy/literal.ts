/** What a header's dictionary may hold: text, whole numbers, truth values, and tuples and lists of them. */
export type Literal = string | number | boolean | null | readonly Literal[];

/** Deeper than any type of elements is nested. */
const MAX_DEPTH = 16;
const WORDS: readonly (readonly [word: string, value: boolean | null])[] = [
  ['True', true],
  ['False', false],
  ['None', null],
];

/** A header's text is no dictionary of literals. */
export class LiteralError extends Error {
  /**
   * @param at the position in the text
   * @param expected what should be there, in words
   */
  constructor(
    readonly at: number,
    readonly expected: string,
  ) {
    super(`expected ${expected} at ${at}`);
  }
}

/**
 * Reads the dictionary of an NPY header. It is Python's notation, of which only literals are known: nothing is ever
 * evaluated.
 *
 * @throws LiteralError when it is anything else, or a key comes twice
 */
export function parseDictionary(text: string): Map<string, Literal> {
  return new LiteralParser(text).dictionary();
}

class LiteralParser {
  private at = 0;

  constructor(private readonly text: string) {}

  dictionary(): Map<string, Literal> {
    const entries = new Map<string, Literal>();
    this.expect('{');
    while (!this.accept('}')) {
      const start = this.at;
      const key = this.string();
      if (entries.has(key)) throw new LiteralError(start, 'each key once');
      this.expect(':');
      entries.set(key, this.value(0));
      if (!this.accept(',')) {
        this.expect('}');
        break;
      }
    }
    this.space();
    if (this.at < this.text.length) throw new LiteralError(this.at, 'nothing behind the dictionary');
    return entries;
  }

  private value(depth: number): Literal {
    this.space();
    if (depth > MAX_DEPTH) throw new LiteralError(this.at, 'a value that is not nested so deep');
    const next = this.text[this.at];
    if (next === "'" || next === '"') return this.string();
    if (next === '(') return this.sequence(')', depth);
    if (next === '[') return this.sequence(']', depth);
    for (const [word, value] of WORDS) if (this.accept(word)) return value;
    return this.integer();
  }

  private sequence(end: string, depth: number): Literal[] {
    this.at++;
    const items: Literal[] = [];
    while (!this.accept(end)) {
      items.push(this.value(depth + 1));
      if (!this.accept(',')) {
        this.expect(end);
        break;
      }
    }
    return items;
  }

  /** Text in quotes. NumPy needs no backslash in it, so none is known. */
  private string(): string {
    const match = this.match(/(['"])([^'"\\\n]*)\1/y);
    if (match === null) throw new LiteralError(this.at, 'text in quotes');
    return match[2];
  }

  /** A whole number; an L behind it is Python 2's. */
  private integer(): number {
    const match = this.match(/(-?\d{1,20})L?(?![\w.])/y);
    if (match === null) throw new LiteralError(this.at, 'a literal');
    return Number(match[1]) + 0;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    this.space();
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match !== null) this.at += match[0].length;
    return match;
  }

  private accept(word: string): boolean {
    this.space();
    if (!this.text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  private expect(word: string): void {
    if (!this.accept(word)) throw new LiteralError(this.at, word);
  }

  private space(): void {
    while (' \n\t'.includes(this.text[this.at] ?? '?')) this.at++;
  }
}

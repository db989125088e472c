import { UsageError } from '../usage-error.js';

/** A number as typed, for instance "0.5" or "1e-4". Ranges are the model's to check. */
export function parseNumber(flag: string): (text: string) => number {
  return (text) => {
    const value = /^\+?inf(inity)?$/i.test(text) ? Infinity : Number(text);
    if (text.trim() === '' || Number.isNaN(value)) throw expected(flag, 'a number', text);
    return value;
  };
}

/** A whole number of at least `min`. */
export function parseCount(flag: string, min: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^[+-]?\d+$/.test(text) || !Number.isSafeInteger(value) || value < min) {
      throw expected(flag, `a whole number of at least ${min}`, text);
    }
    return value;
  };
}

/**
 * The size of the test part: a fraction between 0 and 1 ("0.25", "1/7") gives that share of the rows, a whole
 * number gives that many rows, and 0 leaves none: everything is trained on.
 */
export function parseTestSize(text: string): number {
  const value = testSizeOf(text);
  if (value !== undefined) return value;
  throw expected('--test-size', 'a fraction between 0 and 1, or a whole number of rows', text);
}

function testSizeOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
  const quotient = /^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/.exec(text);
  const value = quotient === null ? decimal(text) : Number(quotient[1]) / Number(quotient[2]);
  return value >= 0 && value < 1 ? value : undefined;
}

function decimal(text: string): number {
  return /^\d*\.\d+(e-?\d+)?$|^\d+e-\d+$/i.test(text) ? Number(text) : Number.NaN;
}

/** The rows from `start` up to but not including `end`; `end` is left out when they go to the last one. */
export interface RowRange {
  start: number;
  end?: number;
}

/** Rows as Python slices them: "0:10", "10:", ":5", or one row, "3". */
export function parseRows(text: string): RowRange {
  const match = /^(\d*)(:?)(\d*)$/.exec(text);
  const wrong = expected('--rows', 'rows such as 0:10, 5:, :5 or 3', text);
  if (match === null || text === '' || text === ':') throw wrong;
  const [, first = '', colon, last = ''] = match;
  const start = Number(first);
  if (colon === '') return { start, end: start + 1 };
  if (last === '') return { start };
  const end = Number(last);
  if (end <= start) throw wrong;
  return { start, end };
}

/** Two numbers, the first below the second: "0:1". */
export function parseInterval(flag: string): (text: string) => readonly [low: number, high: number] {
  return (text) => parseEnds(flag, text, 'two numbers, the first below the second, such as 0:1 or -1:1');
}

/** Numbers separated by commas: "0.2,0.8". */
export function parseNumbers(flag: string): (text: string) => number[] {
  const parse = parseNumber(flag);
  return (text) => text.split(',').map(parse);
}

/** How many values, or which: "10", "0.1,1,10". A single number that is not whole is a list of one. */
export function parseGrid(flag: string): (text: string) => number | number[] {
  const parse = parseNumbers(flag);
  return (text) => {
    const values = parse(text);
    return values.length === 1 && Number.isSafeInteger(values[0]) ? values[0] : values;
  };
}

/** A value as it is typed: null is "none". */
export function plainWord(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.join(':') : JSON.stringify(value);
}

/** The values of black and of white: "0:255", "-1:1". */
export function parseRange(text: string): readonly [low: number, high: number] {
  return parseEnds('--range', text, 'two numbers, that of black below that of white, such as 0:255 or -1:1');
}

function parseEnds(flag: string, text: string, what: string): readonly [low: number, high: number] {
  const ends = text.split(':');
  const [low, high] = ends.map(Number);
  const isRange = ends.length === 2 && ends.every((end) => end.trim() !== '');
  if (!isRange || !Number.isFinite(low) || !Number.isFinite(high) || low >= high) {
    throw expected(flag, what, text);
  }
  return [low, high];
}

/** Height and width of an image: "8x8", "28x28". */
export function parseShape(flag: string): (text: string) => readonly [height: number, width: number] {
  return (text) => {
    const match = /^([1-9]\d{0,8})[x×]([1-9]\d{0,8})$/i.exec(text.trim());
    if (match === null) throw expected(flag, 'the height and the width of an image, such as 28x28', text);
    return [Number(match[1]), Number(match[2])];
  };
}

/** Class weights: "balanced", or pairs such as "1=2,3=0.5". */
export function parseClassWeight(text: string): 'balanced' | Record<string, number> {
  if (text === 'balanced') return text;
  const pairs = text.split(',').map((pair) => /^(.+)=([^=]+)$/.exec(pair));
  const weights = pairs.map((pair) => [pair?.[1] ?? '', Number(pair?.[2])] as const);
  if (weights.some(([label, weight]) => label === '' || !(weight > 0) || weight === Infinity)) {
    throw expected('--class-weight', 'balanced, or classes with weights such as 1=2,3=0.5', text);
  }
  return Object.fromEntries(weights);
}

/** A list separated by commas; spaces around the items are dropped. */
export function parseList(flag: string): (text: string) => string[] {
  return (text) => {
    const items = text.split(',').map((item) => item.trim());
    if (items.some((item) => item === '')) throw expected(flag, 'a list separated by commas', text);
    return items;
  };
}

/** A list that may be given several times, each separated by commas. */
export function collectList(flag: string): (text: string, earlier: string[] | undefined) => string[] {
  const parse = parseList(flag);
  return (text, earlier) => [...(earlier ?? []), ...parse(text)];
}

/** The texts of missing values, separated by commas; none at all is a list too. */
export function parseMissing(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** The headings of two columns: "ImageId,Label". */
export function parseColumns(text: string): readonly [id: string, label: string] {
  const [id = '', label = '', ...more] = text.split(',').map((name) => name.trim());
  if (id === '' || label === '' || more.length > 0) {
    throw expected('--columns', 'two headings separated by a comma, such as ImageId,Label', text);
  }
  return [id, label];
}

/** What separates cells: one character, or "tab". */
export function parseDelimiter(text: string): string {
  if (text === '\\t' || text.toLowerCase() === 'tab') return '\t';
  if (/^.$/su.test(text) && !/["\r\n]/.test(text)) return text;
  throw expected('--delimiter', 'one character, or tab', text);
}

/** Collects a flag that may be given several times. */
export function collect(value: string, earlier: string[] | undefined): string[] {
  return [...(earlier ?? []), value];
}

/** The error for a flag's value: what was expected and what came. */
export function expected(flag: string, what: string, came: string, hint?: string): UsageError {
  return new UsageError(`${flag} must be ${what}, got ${JSON.stringify(came)}`, hint);
}

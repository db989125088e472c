import type { ArrayEntry, DType, IndexRange } from '@tenfold/arrays';

/** Numbers of a block as text, each as short as it can be without becoming another; row after row. */
export async function blockTexts(
  entry: ArrayEntry,
  rows: IndexRange,
  columns: IndexRange,
  signal?: AbortSignal,
): Promise<string[]> {
  const elements = await entry.readBlock(rows, columns, signal);
  const text = TEXTS[entry.dtype] ?? String;
  return Array.from(elements as Iterable<number | bigint>, text);
}

/** Floats of fewer bits than a double, which would else show digits that they only got by being widened. */
const TEXTS: Readonly<Partial<Record<DType, (value: number | bigint) => string>>> = {
  // Halves have 11 bits: five digits are enough for any of them.
  float16: (value) => shortest(Number(value), 5, () => true),
  float32: (value) => shortest(Number(value), 6, (text) => Math.fround(Number(text)) === value),
};

/** The shortest decimal, of at least so many digits, that is still the same number. */
function shortest(value: number, digits: number, isSame: (text: string) => boolean): string {
  if (!Number.isFinite(value)) return String(value);
  let text = value.toPrecision(digits);
  for (let more = digits + 1; !isSame(text) && more <= 17; more++) text = value.toPrecision(more);
  return String(Number(text));
}

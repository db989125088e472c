/** The place of a column in the dimensions behind the first: "3, 14". */
export function columnText(column: number, shape: readonly number[]): string {
  const places: number[] = [];
  let rest = column;
  for (const size of shape.toReversed()) {
    places.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return places.join(', ');
}

/** Characters that a cell has room for. */
const MOST_CHARACTERS = 10;

/** A number's text, rounded where it is too long for a cell: never cut, which would hide an exponent. */
export function shortText(text: string | undefined): string | undefined {
  if (text === undefined || text.length <= MOST_CHARACTERS) return text;
  const value = Number(text);
  for (let digits = 6; digits > 1; digits--) {
    const rounded = value.toPrecision(digits);
    const found = [plain(rounded), value.toExponential(digits - 1)].find(
      ({ length }) => length <= MOST_CHARACTERS,
    );
    if (found !== undefined) return found;
  }
  return value.toExponential(0);
}

/** Without noughts at the end. What is rounded beyond the largest number stays as it is. */
function plain(text: string): string {
  const value = Number(text);
  return Number.isFinite(value) ? String(value) : text;
}

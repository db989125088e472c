/** A finite double of at least 0 as Python's `str` prints it: `3.0`, `0.1`, `1e-05`, `1e+16`. */
export function pythonFloat(value: number): string {
  if (value !== 0 && (value < 1e-4 || value >= 1e16)) {
    return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
  }
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** Right-aligns text to a width counted in code points, as Python counts it. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - codePointLength(text))) + text;
}

/** The length of a text in code points. */
export function codePointLength(text: string): number {
  return Array.from(text).length;
}

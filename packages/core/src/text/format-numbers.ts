/** A whole number with commas between thousands: 60,000. */
export function formatCount(count: number): string {
  return (count + 0).toLocaleString('en-US');
}

/**
 * A count of things: "1 row", "2,000 rows".
 *
 * @param count how many
 * @param one what one of them is called
 * @param several what several are called. Default: `one` with an s
 */
export function formatQuantity(count: number, one: string, several = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : several}`;
}

/**
 * A share of 1 in per cent: 95.3%, and never 0% or 100% when it is neither (<0.1%, >99.9%).
 *
 * @param share from 0 to 1; undefined when it is not known, which is a dash
 * @param digits decimals
 */
export function formatShare(share: number | undefined, digits = 1): string {
  if (share === undefined) return '–';
  if (share === 0 || share === 1) return `${share * 100}%`;
  const least = 10 ** -digits;
  if (share * 100 < least) return `<${least.toFixed(digits)}%`;
  if ((1 - share) * 100 < least) return `>${(100 - least).toFixed(digits)}%`;
  return `${(share * 100).toFixed(digits)}%`;
}

/**
 * A number in a few significant digits, without zeros at its end: 0.123, 1,235, 1.50e-7.
 *
 * @param value any number; what is not finite is written as JavaScript does
 * @param digits significant digits of numbers that are not whole
 */
export function formatShort(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e15) return formatCount(value);
  if (size >= 1e15 || size < 1e-4) return value.toExponential(digits - 1);
  if (size >= 10 ** (digits - 1)) return formatCount(Math.round(value));
  return withoutEndZeros(value.toPrecision(digits));
}

/** A size in megabytes of a million bytes: 1.2 MB, 120 MB. */
export function formatMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

/** A time: 12 ms, 3.4 s, 45 s, 2 min 5 s. */
export function formatDuration(seconds: number): string {
  if (Number.isInteger(seconds) && seconds < 60) return `${seconds} s`;
  if (seconds < 0.9995) return `${Math.max(1, Math.round(seconds * 1000))} ms`;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

function withoutEndZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

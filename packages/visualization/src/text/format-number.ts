/**
 * A number with a fixed count of decimals, as Python's `format(x, '.3f')` writes it: exact ties go to the even
 * digit (0.0625 with three decimals is 0.062, where `toFixed` says 0.063).
 */
export function formatFixed(value: number, decimals: number): string {
  const scaled = Math.abs(value) * 10 ** decimals;
  const below = Math.floor(scaled);
  // Only a multiple of a power of 1/2 can be a tie, and for those the product above is exact.
  const isTie = scaled - below === 0.5 && Number.isInteger(value * 2 ** (decimals + 1));
  if (!isTie || below % 2 === 1) return value.toFixed(decimals);
  return (Math.sign(value) * (below / 10 ** decimals)).toFixed(decimals);
}

/** A count with a thin separator between thousands: 60,000. */
export function formatCount(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A share of 1 in per cent with one decimal, never rounded to 0 or 100 when it is neither. */
export function formatPercent(share: number): string {
  if (share > 0 && share < 0.001) return '<0.1%';
  if (share < 1 && share >= 0.9995) return '>99.9%';
  return `${trimZeros((share * 100).toFixed(1))}%`;
}

/** A number for a label: up to `digits` significant digits, without trailing zeros. */
export function formatShort(value: number, digits = 3): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return formatCount(value);
  const magnitude = Math.abs(value);
  if (magnitude >= 1e6 || magnitude < 1e-4) return value.toExponential(digits - 1);
  const text = value.toPrecision(digits);
  return trimZeros(text.includes('e') ? String(Number(text)) : text);
}

/** Seconds as people say them: 850 ms, 12.3 s, 4 min 5 s. */
export function formatSeconds(seconds: number): string {
  if (seconds < 1) return `${formatShort(seconds * 1000, seconds < 0.1 ? 2 : 3)} ms`;
  if (seconds < 120) return `${formatShort(seconds)} s`;
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

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
  return share === 0 || share === 1 ? `${share * 100}%` : `${(share * 100).toFixed(1)}%`;
}

/** A number for a label: up to `digits` significant digits, without trailing zeros. */
export function formatShort(value: number, digits = 3): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return formatCount(value);
  const magnitude = Math.abs(value);
  if (magnitude >= 1e15 || magnitude < 1e-4) return value.toExponential(digits - 1);
  if (magnitude >= 10 ** (digits - 1)) return formatCount(Math.round(value));
  return trimZeros(value.toPrecision(digits));
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

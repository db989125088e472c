/**
 * A share of 1 in per cent: with `digits` decimals, and never rounded to 0 or 100 when it is neither. One that is not
 * known is a dash.
 */
export function formatShare(share: number | undefined, digits = 1): string {
  if (share === undefined) return '–';
  if (share === 0 || share === 1) return `${share * 100}%`;
  const least = 10 ** -digits;
  if (share * 100 < least) return `<${least.toFixed(digits)}%`;
  if ((1 - share) * 100 < least) return `>${(100 - least).toFixed(digits)}%`;
  return `${(share * 100).toFixed(digits)}%`;
}

/** A whole number with separators between thousands: 60,000. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** A time: 0.042 s, 3.1 s, 2 min 5 s. */
export function formatSeconds(seconds: number): string {
  if (seconds < 0.0005) return '0 s';
  if (seconds < 1) return `${Number(seconds.toPrecision(2))} s`;
  if (seconds < 60) return `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** A number in four significant digits at most. */
export function formatShort(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e9) return formatCount(value);
  const size = Math.abs(value);
  return size >= 1e6 || size < 1e-3 ? value.toExponential(2) : String(Number(value.toPrecision(4)));
}

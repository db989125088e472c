/** A figure with its unit, to three digits: 16.2 ms. */
export function figure(value, unit) {
  if (unit === 'byte') return `${Math.round(value / 1e6)} MB`;
  if (unit === 'exponent') return value.toFixed(2);
  if (value < 1e-3) return `${digits(value * 1e6)} µs`;
  if (value < 1) return `${digits(value * 1e3)} ms`;
  return `${digits(value)} s`;
}

/**
 * A median with its range: 16.2 ms (15.9 to 17 ms); a single figure without one.
 *
 * @param {import('./statistics.js').Summary | undefined} summary
 * @param {string} unit
 */
export function spread(summary, unit) {
  if (summary === undefined) return '–';
  const { median, low, high, runs } = summary;
  if (runs === 1) return figure(median, unit);
  return `${figure(median, unit)} (${figure(low, unit)} to ${figure(high, unit)})`;
}

/** A ratio: 7.42×. */
export function times(ratio) {
  return ratio === undefined ? '–' : `${digits(ratio)}×`;
}

/**
 * What a line had to reach, in the way of its kind.
 *
 * @param {import('./line.js').Line} line
 * @param {number | undefined} value
 */
export function target({ peer, unit }, value) {
  if (value === undefined) return '–';
  return peer === undefined ? `≤ ${figure(value, unit)}` : times(value);
}

/** Whether a line reached it. */
export function verdict({ reached }) {
  return { aim: 'yes, the aim', yes: 'yes', no: 'no' }[reached] ?? '–';
}

/** At most three digits, or all of a number before the point. */
function digits(value) {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

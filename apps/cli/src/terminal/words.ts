/** A count with its thousands apart: 60,000. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** A count of things: "1 row", "2 rows". */
export function many(value: number, one: string, several = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : several}`;
}

/** A time as a person reads it: "12 ms", "3.4 s", "2 min 5 s". */
export function duration(seconds: number): string {
  if (seconds < 0.9995) return `${Math.max(1, Math.round(seconds * 1000))} ms`;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** A share in percent: "95.33 %". */
export function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

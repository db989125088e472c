/**
 * log(1 + exp(x)) without overflow, for any x. Beyond 33.3 the 1 no longer changes the sum in a double
 * (exp(33.3) > 2^48, and exp(-x) is below half a unit in the last place of x), below that `log1p` is exact to a
 * unit or two in the last place. See Maechler, "Accurately computing log(1 - exp(-|a|))", 2012 (vignette of
 * R's package Rmpfr).
 */
export function log1pExp(x: number): number {
  return x > 33.3 ? x : Math.log1p(Math.exp(x));
}

/** The logistic function 1 / (1 + exp(-x)), for any x without overflow; tiny results keep their digits. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

/**
 * log(Σ exp(x_i)) over `values[start]` to `values[end - 1]`, shifted by the largest so that nothing overflows.
 * The range must not be empty.
 */
export function logSumExp(values: Float64Array, start = 0, end: number = values.length): number {
  let largest = values[start];
  for (let i = start + 1; i < end; i++) if (values[i] > largest) largest = values[i];
  let sum = 0;
  for (let i = start; i < end; i++) sum += Math.exp(values[i] - largest);
  return largest + Math.log(sum);
}

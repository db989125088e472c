/** Longest run that is summed in one go; longer ones are halved first. */
const RUN = 128;

/** Independent partial sums within a run. */
const LANES = 8;

/**
 * The sum in NumPy's order: eight interleaved partial sums a run of at most 128, runs added as a binary tree.
 * Rounding error grows with log n rather than n, and scores agree with NumPy's to the last bit.
 */
export function pairwiseSum(values: ArrayLike<number>, start = 0, end = values.length): number {
  const n = end - start;
  if (n < LANES) return addUp(0, values, start, end);
  if (n <= RUN) return runSum(values, start, end);
  const half = Math.floor(n / 2);
  const middle = start + half - (half % LANES);
  return pairwiseSum(values, start, middle) + pairwiseSum(values, middle, end);
}

/** The mean, or the weighted mean where weights are given. */
export function mean(values: ArrayLike<number>, weights?: ArrayLike<number>): number {
  if (weights === undefined) return pairwiseSum(values) / values.length;
  return weightedSum(values, weights) / pairwiseSum(weights);
}

/** The sum of values times weights, or of the values where there are none. */
export function weightedSum(values: ArrayLike<number>, weights?: ArrayLike<number>): number {
  if (weights === undefined) return pairwiseSum(values);
  return pairwiseSum(Float64Array.from(values, (value, i) => value * weights[i]));
}

function runSum(values: ArrayLike<number>, start: number, end: number): number {
  const lanes = Array.from({ length: LANES }, (_, lane) => values[start + lane]);
  const tail = end - ((end - start) % LANES);
  for (let i = start + LANES; i < tail; i += LANES) {
    for (let lane = 0; lane < LANES; lane++) lanes[lane] += values[i + lane];
  }
  const [a, b, c, d, e, f, g, h] = lanes;
  return addUp(a + b + (c + d) + (e + f + (g + h)), values, tail, end);
}

function addUp(sum: number, values: ArrayLike<number>, start: number, end: number): number {
  for (let i = start; i < end; i++) sum += values[i];
  return sum;
}

/**
 * @typedef {{ median: number, low: number, high: number, runs: number }} Summary
 *   the median, the smallest and the largest of some runs' figures
 */

/**
 * The median and the range of some figures.
 *
 * @param {readonly number[]} values at least one
 * @returns {Summary}
 */
export function summarize(values) {
  if (values.length === 0) throw new RangeError('summarize: no values');
  const sorted = [...values].sort((a, b) => a - b);
  return { median: median(sorted), low: sorted[0], high: sorted.at(-1), runs: sorted.length };
}

function median(sorted) {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The slope of the least-squares line through (log x, log y): the exponent p of a cost that grows as xᵖ.
 *
 * @param {readonly (readonly [number, number])[]} points two or more, above 0
 */
export function logLogSlope(points) {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)]);
  const mean = (axis) => logs.reduce((sum, point) => sum + point[axis], 0) / logs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  let across = 0;
  let along = 0;
  for (const [x, y] of logs) {
    across += (x - meanX) * (y - meanY);
    along += (x - meanX) ** 2;
  }
  return across / along;
}

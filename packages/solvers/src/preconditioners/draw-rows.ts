/**
 * Draws rows in proportion to their weights, so that each row drawn counts alike: systematically, one for every so much
 * of the running sum of weights, and so without random numbers. A heavy row may be drawn several times.
 *
 * @param weights one a row, 0 or more and not all 0
 * @param count draws
 */
export function drawRows(weights: Float64Array, count: number): Uint32Array {
  const rows = new Uint32Array(count);
  const step = weights.reduce((sum, weight) => sum + weight, 0) / count;
  let drawn = 0;
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i];
    while (drawn < count && sum > (drawn + 0.5) * step) rows[drawn++] = i;
  }
  // Rounding may leave the last of them.
  rows.fill(weights.length - 1, drawn);
  return rows;
}

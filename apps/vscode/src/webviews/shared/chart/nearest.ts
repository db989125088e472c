/** A point of a series. */
export type Point = readonly [x: number, y: number];

/** The index of the point whose x is nearest; points are in the order of x. -1 when there is none. */
export function nearestPoint(points: readonly Point[], x: number): number {
  let [low, high] = [0, points.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (points[middle][0] <= x) low = middle;
    else high = middle;
  }
  if (high < 0) return -1;
  return Math.abs(points[high][0] - x) < Math.abs(points[low][0] - x) ? high : low;
}

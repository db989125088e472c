/** A point of a curve. */
type Point = readonly [x: number, y: number];

/** The points that a stretch of a curve is drawn by: its first and last, lowest and highest. */
const POINTS_PER_STRETCH = 4;

/** The most points of all curves of a chart together; each keeps `FEWEST` at least. */
const MOST = 40_000;
const FEWEST = 200;

/**
 * A curve with no more points than can be seen. Of each stretch the first, the lowest, the highest and the last
 * are kept, in their order, so that no peak is lost; a curve of few points stays as it is.
 *
 * @param points the points
 * @param curves how many curves share the chart
 */
export function thinPoints(points: readonly Point[], curves: number): readonly Point[] {
  const most = Math.max(FEWEST, Math.min(2000, Math.floor(MOST / curves)));
  if (points.length <= most) return points;
  const length = Math.ceil((points.length * POINTS_PER_STRETCH) / most);
  const kept: Point[] = [];
  for (let start = 0; start < points.length; start += length) {
    const end = Math.min(start + length, points.length);
    for (const at of extremePositions(points, start, end)) kept.push(points[at]);
  }
  return kept;
}

/** The places of the first, the lowest, the highest and the last point, in order and each once. */
function extremePositions(points: readonly Point[], start: number, end: number): number[] {
  let [low, high] = [start, start];
  for (let at = start; at < end; at++) {
    if (points[at][1] < points[low][1]) low = at;
    if (points[at][1] > points[high][1]) high = at;
  }
  return [...new Set([start, Math.min(low, high), Math.max(low, high), end - 1])];
}

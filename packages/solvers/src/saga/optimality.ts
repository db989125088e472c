/** A point of a smooth function with an L1 penalty on its first parameters. */
export interface PenalisedPoint {
  readonly x: Float64Array;
  /** The derivatives of the smooth part. */
  readonly gradient: Float64Array;
  /** How many of the parameters, the first, are penalised. */
  readonly penalised: number;
  /** The factor of ‖w‖₁. */
  readonly l1: number;
}

/** The derivative that is nearest to 0 of all that a parameter has. */
export function leastSlope({ x, gradient, penalised, l1 }: PenalisedPoint, at: number): number {
  const slope = gradient[at];
  if (at >= penalised || l1 === 0) return slope;
  if (x[at] !== 0) return slope + Math.sign(x[at]) * l1;
  return slope - Math.max(-l1, Math.min(slope, l1));
}

/** The largest of these, without their signs; NaN when there is one. */
export function largestSlope(point: PenalisedPoint): number {
  let largest = 0;
  for (let at = 0; at < point.x.length; at++) {
    const size = Math.abs(leastSlope(point, at));
    if (size > largest || Number.isNaN(size)) largest = size;
  }
  return largest;
}

/**
 * How much lower the value can be had, at least, by moving one parameter alone.
 *
 * @param point the point
 * @param curvature the most curvature of the smooth part along each parameter
 */
export function surePromise(point: PenalisedPoint, curvature: (at: number) => number): number {
  const { x, penalised, l1 } = point;
  let promise = 0;
  for (let at = 0; at < x.length; at++) {
    const slope = leastSlope(point, at);
    const bend = curvature(at);
    if (slope === 0 || bend === 0) continue;
    // No further than to 0, where the slope changes.
    const stopsAtZero = l1 > 0 && at < penalised && x[at] * slope > 0;
    const far = Math.min(Math.abs(slope) / bend, stopsAtZero ? Math.abs(x[at]) : Infinity);
    promise = Math.max(promise, far * (Math.abs(slope) - 0.5 * bend * far));
  }
  return promise;
}

/** The inner product of two vectors of one length. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Adds `scale` times `x` to `y`. */
export function axpy(scale: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < x.length; i++) y[i] += scale * x[i];
}

/** Multiplies a vector by a number. */
export function scaleBy(scale: number, x: Float64Array): void {
  for (let i = 0; i < x.length; i++) x[i] *= scale;
}

/** The largest absolute value; NaN when there is one. */
export function maxAbs(x: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < x.length; i++) {
    const size = Math.abs(x[i]);
    if (size > largest || Number.isNaN(size)) largest = size;
  }
  return largest;
}

/** The sum of the absolute values. */
export function sumAbs(x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += Math.abs(x[i]);
  return sum;
}

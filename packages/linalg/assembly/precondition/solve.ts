import { addScaled, dotOf } from '../blas/vectors';
import { rowOuter, rowScores } from '../rows/products';

/**
 * Solves L·L'·x = b for many right-hand sides at once, in place, L as `factorBlock` left it.
 *
 * @param factor L, f32s
 * @param size its rows
 * @param width bytes from one row to the next
 * @param vectors f32s: `size` stretches of `stride` bytes, a right-hand side a lane
 */
export function solveFactored(factor: usize, size: i32, width: usize, vectors: usize, stride: usize): void {
  const half = size - 1;
  for (let at: usize = 0; at < stride * <usize>size; at += 16) v128.store(vectors + at, f32x4.neg(v128.load(vectors + at)));
  for (let i = 0; i <= half; i++) {
    const row = factor + <usize>i * width;
    const x = vectors + <usize>i * stride;
    rowScores<f32, u8, f32>(row, 0, 0, <usize>i, vectors, stride, x);
    scaleBy(x, -load<f32>(row + (<usize>i << 2)), stride);
  }
  // Now the lanes hold y = L⁻¹·b; from the last row up, each finished row is taken out of those above.
  for (let i = half; i >= 0; i--) {
    const row = factor + <usize>i * width;
    const x = vectors + <usize>i * stride;
    scaleBy(x, -load<f32>(row + (<usize>i << 2)), stride);
    rowOuter<f32, u8, f32>(row, 0, 0, <usize>i, x, stride, vectors);
    scaleBy(x, -1, stride);
  }
}

// @ts-ignore: decorator
@inline
function scaleBy(x: usize, factor: f32, bytes: usize): void {
  const by = f32x4.splat(factor);
  for (let at: usize = 0; at < bytes; at += 16) v128.store(x + at, f32x4.mul(v128.load(x + at), by));
}

/**
 * The same for one right-hand side of `size` floats that lie side by side: the rows of L are read as vectors.
 *
 * @param factor L, f32s
 * @param size its rows
 * @param width bytes from one row to the next
 * @param x f32s
 */
export function solveFactoredOne(factor: usize, size: i32, width: usize, x: usize): void {
  for (let i = 0; i < size; i++) {
    const row = factor + <usize>i * width;
    const at = x + (<usize>i << 2);
    store<f32>(at, (load<f32>(at) - dotOf<f32>(row, x, i)) * load<f32>(row + (<usize>i << 2)));
  }
  for (let i = size - 1; i >= 0; i--) {
    const row = factor + <usize>i * width;
    const at = x + (<usize>i << 2);
    const solved = load<f32>(at) * load<f32>(row + (<usize>i << 2));
    store<f32>(at, solved);
    addScaled<f32>(-solved, row, x, i);
  }
}

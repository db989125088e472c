import { address, double, integer } from '../job-arguments';

/** Arguments of the kernel. */
const MATRIX = 0;
const SIZE = 1;
const WIDTH = 2;
const FAILED = 3;

/**
 * M = scale·G + shift·I of a symmetric matrix whose upper triangle is given (f32s, `WIDTH` bytes a row), and its
 * Cholesky factor: the lower triangle of the same memory becomes L, row by row, with 1 / L_ii on the diagonal.
 * FAILED gets the number of the first row whose pivot is not above 0, or -1.
 *
 * One block: each row needs all rows above.
 */
export function factorBlock(job: usize, _block: i32, _scratch: usize): void {
  const matrix = address(job, MATRIX);
  const size = integer(job, SIZE);
  const width = address(job, WIDTH);
  const scale = <f32>double(job, 0);
  const shift = double(job, 1);
  store<i32>(address(job, FAILED), -1);
  for (let i = 0; i < size; i++) {
    const row = matrix + <usize>i * width;
    for (let j = 0; j < i; j++) {
      const other = matrix + <usize>j * width;
      const given = scale * load<f32>(other + (<usize>i << 2));
      store<f32>(row + (<usize>j << 2), (given - dotF32(row, other, j)) * load<f32>(other + (<usize>j << 2)));
    }
    const diagonal = row + (<usize>i << 2);
    const pivot = <f64>scale * <f64>load<f32>(diagonal) + shift - <f64>dotF32(row, row, i);
    if (!(pivot > 0)) return store<i32>(address(job, FAILED), i);
    store<f32>(diagonal, <f32>(1 / Math.sqrt(pivot)));
  }
}

/** The product of two vectors of floats in 16 sums. */
function dotF32(a: usize, b: usize, count: i32): f32 {
  let s0 = f32x4.splat(0);
  let s1 = f32x4.splat(0);
  let s2 = f32x4.splat(0);
  let s3 = f32x4.splat(0);
  const end = a + (<usize>count << 2);
  const whole = a + (<usize>(count & ~15) << 2);
  while (a < whole) {
    s0 = f32x4.add(s0, f32x4.mul(v128.load(a), v128.load(b)));
    s1 = f32x4.add(s1, f32x4.mul(v128.load(a, 16), v128.load(b, 16)));
    s2 = f32x4.add(s2, f32x4.mul(v128.load(a, 32), v128.load(b, 32)));
    s3 = f32x4.add(s3, f32x4.mul(v128.load(a, 48), v128.load(b, 48)));
    a += 64;
    b += 64;
  }
  const s = f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3));
  let sum = f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 1) + f32x4.extract_lane(s, 2) + f32x4.extract_lane(s, 3);
  while (a < end) {
    sum += load<f32>(a) * load<f32>(b);
    a += 4;
    b += 4;
  }
  return sum;
}

import { address, double, integer } from '../job-arguments';

/** Arguments of the kernel. */
const MATRIX = 0;
const WIDTH = 1;
/** f32: what each row and column is multiplied by. */
const SCALES = 2;
/** Rows of the factor to make: from here up to but not including there. */
const FROM = 3;
const TO = 4;
const FAILED = 5;

/**
 * The Cholesky factor of E·G·E with another diagonal, E being diagonal and G symmetric. G's upper triangle is given
 * (f32s, `WIDTH` bytes a row); the lower triangle of the same memory becomes L, row by row, with 1 / L_ii on the
 * diagonal. FAILED gets the number of the first row whose pivot is not above the least allowed; it is left as it is
 * when all are.
 *
 * One block: each row needs all rows above. A long factor is made some rows at a time.
 */
export function factorBlock(job: usize, _block: i32, _scratch: usize): void {
  const matrix = address(job, MATRIX);
  const width = address(job, WIDTH);
  const scales = address(job, SCALES);
  const to = integer(job, TO);
  const diagonal = double(job, 0);
  const least = double(job, 1);
  for (let i = integer(job, FROM); i < to; i++) {
    const row = matrix + <usize>i * width;
    const scale = load<f32>(scales + (<usize>i << 2));
    for (let j = 0; j < i; j++) {
      const other = matrix + <usize>j * width;
      const given = scale * load<f32>(scales + (<usize>j << 2)) * load<f32>(other + (<usize>i << 2));
      store<f32>(row + (<usize>j << 2), (given - dotF32(row, other, j)) * load<f32>(other + (<usize>j << 2)));
    }
    const pivot = diagonal - <f64>dotF32(row, row, i);
    if (!(pivot > least)) return store<i32>(address(job, FAILED), i);
    store<f32>(row + (<usize>i << 2), <f32>(1 / Math.sqrt(pivot)));
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

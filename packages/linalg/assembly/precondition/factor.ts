import { dotOf } from '../blas/vectors';
import { address, double, integer } from '../job-arguments';
import { total } from '../simd/lanes';

/** Addresses of the matrices. */
const MATRICES = 0;
const WIDTH = 1;
/** f32s of each matrix: what each row and column is multiplied by. */
const SCALES = 2;
const SIZE = 3;
/** Rows of the factor to make: from here up to but not including there. */
const FROM = 4;
const TO = 5;
/** i32s: for each matrix the number of the first row whose pivot is not above the least allowed; else left as it is. */
const FAILED = 6;

/** Rows of a factor that are made together, so that those above are read once for all of them. */
const PANEL: i32 = 8;

/**
 * The Cholesky factor of E·G·E with another diagonal, E being diagonal and G symmetric; block b is for matrix b. G's
 * upper triangle is given (f32s, `WIDTH` bytes a row); the lower triangle of the same memory becomes L, row by row, with
 * 1 / L_ii on the diagonal. A long factor is made some rows at a time: each row needs all rows above.
 */
export function factorBlock(job: usize, block: i32, _scratch: usize): void {
  const failed = address(job, FAILED) + (<usize>block << 2);
  if (load<i32>(failed) >= 0) return;
  const matrix = <usize>load<u32>(address(job, MATRICES) + (<usize>block << 2));
  const width = address(job, WIDTH);
  const scales = address(job, SCALES) + <usize>block * (address(job, SIZE) << 2);
  const to = integer(job, TO);
  let from = integer(job, FROM);
  for (; from + PANEL <= to; from += PANEL) {
    for (let j = 0; j < from; j++) panelColumn(matrix, width, scales, from, j);
    if (!finishRows(job, matrix, width, scales, from, from, from + PANEL, failed)) return;
  }
  finishRows(job, matrix, width, scales, 0, from, to, failed);
}

/** Makes rows `from` to `to` - 1 of the factor from column `first` on; tells whether all pivots are allowed. */
function finishRows(job: usize, matrix: usize, width: usize, scales: usize, first: i32, from: i32, to: i32, failed: usize): bool {
  const diagonal = double(job, 0);
  const least = double(job, 1);
  for (let i = from; i < to; i++) {
    const row = matrix + <usize>i * width;
    const scale = load<f32>(scales + (<usize>i << 2));
    for (let j = first; j < i; j++) {
      const other = matrix + <usize>j * width;
      const given = scale * load<f32>(scales + (<usize>j << 2)) * load<f32>(other + (<usize>i << 2));
      store<f32>(row + (<usize>j << 2), (given - dotOf<f32>(row, other, j)) * load<f32>(other + (<usize>j << 2)));
    }
    const pivot = diagonal - <f64>dotOf<f32>(row, row, i);
    if (!(pivot > least)) {
      store<i32>(failed, i);
      return false;
    }
    store<f32>(row + (<usize>i << 2), <f32>(1 / Math.sqrt(pivot)));
  }
  return true;
}

/** Makes column j of the eight rows from row `i` on; j is left of them. */
function panelColumn(matrix: usize, width: usize, scales: usize, i: i32, j: i32): void {
  const r0 = matrix + <usize>i * width;
  const r1 = r0 + width;
  const r2 = r1 + width;
  const r3 = r2 + width;
  const r4 = r3 + width;
  const r5 = r4 + width;
  const r6 = r5 + width;
  const r7 = r6 + width;
  const other = matrix + <usize>j * width;
  let s0 = f32x4.splat(0);
  let s1 = f32x4.splat(0);
  let s2 = f32x4.splat(0);
  let s3 = f32x4.splat(0);
  let s4 = f32x4.splat(0);
  let s5 = f32x4.splat(0);
  let s6 = f32x4.splat(0);
  let s7 = f32x4.splat(0);
  const whole = <usize>(j & ~3) << 2;
  for (let at: usize = 0; at < whole; at += 16) {
    const y = v128.load(other + at);
    s0 = f32x4.add(s0, f32x4.mul(v128.load(r0 + at), y));
    s1 = f32x4.add(s1, f32x4.mul(v128.load(r1 + at), y));
    s2 = f32x4.add(s2, f32x4.mul(v128.load(r2 + at), y));
    s3 = f32x4.add(s3, f32x4.mul(v128.load(r3 + at), y));
    s4 = f32x4.add(s4, f32x4.mul(v128.load(r4 + at), y));
    s5 = f32x4.add(s5, f32x4.mul(v128.load(r5 + at), y));
    s6 = f32x4.add(s6, f32x4.mul(v128.load(r6 + at), y));
    s7 = f32x4.add(s7, f32x4.mul(v128.load(r7 + at), y));
  }
  const scale = load<f32>(scales + (<usize>j << 2));
  const inverse = load<f32>(other + (<usize>j << 2));
  const given = other + (<usize>i << 2);
  const own = scales + (<usize>i << 2);
  finishCell(r0, other, j, s0, scale * load<f32>(own) * load<f32>(given), inverse);
  finishCell(r1, other, j, s1, scale * load<f32>(own, 4) * load<f32>(given, 4), inverse);
  finishCell(r2, other, j, s2, scale * load<f32>(own, 8) * load<f32>(given, 8), inverse);
  finishCell(r3, other, j, s3, scale * load<f32>(own, 12) * load<f32>(given, 12), inverse);
  finishCell(r4, other, j, s4, scale * load<f32>(own, 16) * load<f32>(given, 16), inverse);
  finishCell(r5, other, j, s5, scale * load<f32>(own, 20) * load<f32>(given, 20), inverse);
  finishCell(r6, other, j, s6, scale * load<f32>(own, 24) * load<f32>(given, 24), inverse);
  finishCell(r7, other, j, s7, scale * load<f32>(own, 28) * load<f32>(given, 28), inverse);
}

/** L_ij = (given - Σ L_ik·L_jk) / L_jj; of the sum, the registers' part is in `sums`. */
// @ts-ignore: decorator
@inline
function finishCell(row: usize, other: usize, j: i32, sums: v128, given: f32, inverse: f32): void {
  let sum = total<f32>(sums);
  for (let k = <usize>(j & ~3) << 2; k < <usize>j << 2; k += 4) sum += load<f32>(row + k) * load<f32>(other + k);
  store<f32>(row + (<usize>j << 2), (given - sum) * inverse);
}

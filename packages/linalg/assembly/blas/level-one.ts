import { address, double, integer } from '../job-arguments';
import { addScaled, dotOf } from './vectors';

/** Arguments: two vectors, their length, how many numbers a block has, f64s for the blocks' sums. */
const X = 0;
const Y = 1;
const LENGTH = 2;
const PER_BLOCK = 3;
const SUMS = 4;

/** A block's share of x'y. */
export function dotBlock<T>(job: usize, block: i32, _scratch: usize): void {
  const skip = offsetOf<T>(job, block);
  const sum = dotOf<T>(address(job, X) + skip, address(job, Y) + skip, lengthOf(job, block));
  store<f64>(address(job, SUMS) + (<usize>block << 3), <f64>sum);
}

/** A block of y += alpha·x; the job's first double is alpha. */
export function axpyBlock<T>(job: usize, block: i32, _scratch: usize): void {
  const skip = offsetOf<T>(job, block);
  addScaled<T>(<T>double(job, 0), address(job, X) + skip, address(job, Y) + skip, lengthOf(job, block));
}

/**
 * A block's share of Σ (x_i·scale)², in doubles for floats too; the job's first double is the scale. The caller takes
 * a scale at which the squares neither overflow nor vanish.
 */
export function squaresBlock<T>(job: usize, block: i32, _scratch: usize): void {
  const scale = double(job, 0);
  let at = address(job, X) + offsetOf<T>(job, block);
  let even: f64 = 0;
  let odd: f64 = 0;
  let left = lengthOf(job, block);
  for (; left >= 2; left -= 2) {
    const first = <f64>load<T>(at) * scale;
    const second = <f64>load<T>(at, sizeof<T>()) * scale;
    even += first * first;
    odd += second * second;
    at += 2 * sizeof<T>();
  }
  if (left > 0) {
    const last = <f64>load<T>(at) * scale;
    even += last * last;
  }
  store<f64>(address(job, SUMS) + (<usize>block << 3), even + odd);
}

// @ts-ignore: decorator
@inline
function offsetOf<T>(job: usize, block: i32): usize {
  return <usize>block * <usize>integer(job, PER_BLOCK) * sizeof<T>();
}

// @ts-ignore: decorator
@inline
function lengthOf(job: usize, block: i32): i32 {
  const each = integer(job, PER_BLOCK);
  return min<i32>(each, integer(job, LENGTH) - block * each);
}

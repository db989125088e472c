import { tile } from './micro-kernel';

// Exported by the module so that they have more callers than one: a function with a single caller is built into it,
// where the loop's registers would have to be shared with the caller's.

/** The micro-kernel for floats. */
export function tileF32(a: usize, b: usize, k: i32, to: usize, stride: usize, alpha: f32, beta: f32): void {
  tile<f32>(a, b, k, to, stride, alpha, beta);
}

/** The micro-kernel for doubles. */
export function tileF64(a: usize, b: usize, k: i32, to: usize, stride: usize, alpha: f64, beta: f64): void {
  tile<f64>(a, b, k, to, stride, alpha, beta);
}

import { DOUBLES, INTEGERS } from './generated/job-fields';

// What a job carries for its kernel.

/** An integer argument of a job. */
// @ts-ignore: decorator
@inline
export function integer(job: usize, index: usize): i32 {
  return load<i32>(job + INTEGERS + (index << 2));
}

/** An address among a job's arguments. */
// @ts-ignore: decorator
@inline
export function address(job: usize, index: usize): usize {
  return <usize>load<u32>(job + INTEGERS + (index << 2));
}

/** A double among a job's arguments. */
// @ts-ignore: decorator
@inline
export function double(job: usize, index: usize): f64 {
  return load<f64>(job + DOUBLES + (index << 3));
}

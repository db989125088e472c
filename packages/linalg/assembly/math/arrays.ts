import { expF32, expm1F32 } from './exp-f32';
import { expF64, expm1F64 } from './exp-f64';
import { log1pF32, logF32 } from './log-f32';
import { log1pF64, log1pUnitF64, logF64 } from './log-f64';

/** `expF64` of `count` doubles. */
export function mathExpF64(input: usize, output: usize, count: i32): void {
  for (let i = 0; i < count; i += 2) store64(output, i, count, expF64(load64(input, i, count)));
}

/** `expm1F64` of `count` doubles. */
export function mathExpm1F64(input: usize, output: usize, count: i32): void {
  for (let i = 0; i < count; i += 2) store64(output, i, count, expm1F64(load64(input, i, count)));
}

/** `logF64` of `count` doubles. */
export function mathLogF64(input: usize, output: usize, count: i32): void {
  for (let i = 0; i < count; i += 2) store64(output, i, count, logF64(load64(input, i, count)));
}

/** `log1pF64` of `count` doubles. */
export function mathLog1pF64(input: usize, output: usize, count: i32): void {
  for (let i = 0; i < count; i += 2) store64(output, i, count, log1pF64(load64(input, i, count)));
}

/** `log1pUnitF64` of `count` doubles. */
export function mathLog1pUnitF64(input: usize, output: usize, count: i32): void {
  for (let i = 0; i < count; i += 2) store64(output, i, count, log1pUnitF64(load64(input, i, count)));
}

/** `expF32` of `count` floats. */
export function mathExpF32(input: usize, output: usize, count: i32): void {
  for (let i = 0; i < count; i += 4) store32(output, i, count, expF32(load32(input, i, count)));
}

/** `expm1F32` of `count` floats. */
export function mathExpm1F32(input: usize, output: usize, count: i32): void {
  for (let i = 0; i < count; i += 4) store32(output, i, count, expm1F32(load32(input, i, count)));
}

/** `logF32` of `count` floats. */
export function mathLogF32(input: usize, output: usize, count: i32): void {
  for (let i = 0; i < count; i += 4) store32(output, i, count, logF32(load32(input, i, count)));
}

/** `log1pF32` of `count` floats. */
export function mathLog1pF32(input: usize, output: usize, count: i32): void {
  for (let i = 0; i < count; i += 4) store32(output, i, count, log1pF32(load32(input, i, count)));
}

/** Two doubles from place i on, or the last one and 0. */
// @ts-ignore: decorator
@inline
function load64(input: usize, i: i32, count: i32): v128 {
  const at = input + ((<usize>i) << 3);
  return i + 1 < count ? v128.load(at) : v128.load64_zero(at);
}

// @ts-ignore: decorator
@inline
function store64(output: usize, i: i32, count: i32, value: v128): void {
  const at = output + ((<usize>i) << 3);
  if (i + 1 < count) v128.store(at, value);
  else v128.store64_lane(at, value, 0);
}

/** Four floats from place i on, or the last ones and zeros. */
// @ts-ignore: decorator
@inline
function load32(input: usize, i: i32, count: i32): v128 {
  const at = input + ((<usize>i) << 2);
  return i + 3 < count ? v128.load(at) : loadLast(at, count - i);
}

// @ts-ignore: decorator
@inline
function store32(output: usize, i: i32, count: i32, value: v128): void {
  const at = output + ((<usize>i) << 2);
  if (i + 3 < count) v128.store(at, value);
  else storeLast(at, value, count - i);
}

function loadLast(at: usize, left: i32): v128 {
  let value = v128.load32_zero(at);
  if (left > 1) value = f32x4.replace_lane(value, 1, load<f32>(at, 4));
  if (left > 2) value = f32x4.replace_lane(value, 2, load<f32>(at, 8));
  return value;
}

function storeLast(at: usize, value: v128, left: i32): void {
  v128.store32_lane(at, value, 0);
  if (left > 1) v128.store32_lane(at, value, 1, 4);
  if (left > 2) v128.store32_lane(at, value, 2, 8);
}

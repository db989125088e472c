import { ShapeError } from '@tenfold/core';

import type { Precision } from '../backend.js';
import type { KernelMemory } from './kernel-memory.js';

/** How the parameters of K classes lie for the kernels: whole SIMD registers a feature, and an intercept always. */
export interface Lanes {
  readonly classes: number;
  readonly precision: Precision;
  /** Bytes of a number. */
  readonly size: number;
  /** Numbers a feature: K rounded up to whole registers. */
  readonly width: number;
  /** Bytes a feature. */
  readonly stride: number;
}

/** Bytes of a row's scores: they have to fit a thread's scratch memory, which is twice as large. */
const LANE_BYTES = 2 ** 19;

/** Bytes of a SIMD register. */
const REGISTER = 16;

/**
 * The lanes of K classes.
 *
 * @throws ShapeError when there are more than a thread's scratch memory holds: 65,536 in doubles
 */
export function lanesFor(classes: number, precision: Precision): Lanes {
  const size = precision === 'single' ? 4 : 8;
  const most = LANE_BYTES / size;
  if (classes > most) throw new ShapeError('the kernels', `at most ${most} classes`, `${classes}`);
  const stride = Math.ceil((classes * size) / REGISTER) * REGISTER;
  return { classes, precision, size, width: stride / size, stride };
}

/** A view of `length` numbers of the lanes' kind. */
export function laneView(
  memory: KernelMemory,
  { precision }: Lanes,
  address: number,
  length: number,
): Float32Array | Float64Array {
  return precision === 'single' ? memory.f32(address, length) : memory.f64(address, length);
}

/**
 * Writes parameters as the kernels take them: lanes without a class are 0, the last stretch is what every score starts
 * from: the constant feature's value times its weights, 0 without one, and `idle` in the lanes without a class.
 *
 * @returns their address
 */
export function packParameters(
  memory: KernelMemory,
  lanes: Lanes,
  columns: number,
  parameters: Float64Array,
  constant: number,
  idle = 0,
): number {
  const { classes, width, stride } = lanes;
  const address = memory.allocate((columns + 1) * stride);
  const packed = laneView(memory, lanes, address, (columns + 1) * width);
  packed.fill(0);
  for (let j = 0; j < columns; j++) {
    for (let k = 0; k < classes; k++) packed[j * width + k] = parameters[j * classes + k];
  }
  const last = columns * width;
  packed.fill(idle, last + classes, last + width);
  if (constant !== 0) {
    for (let k = 0; k < classes; k++) packed[last + k] = constant * parameters[columns * classes + k];
  }
  return address;
}

/** Reads sums that lie as packed parameters do back into parameters' order. */
export function unpackSums(
  sums: Float64Array,
  { classes, width }: Lanes,
  columns: number,
  constant: number,
  out: Float64Array,
): void {
  for (let j = 0; j < columns; j++) {
    for (let k = 0; k < classes; k++) out[j * classes + k] = sums[j * width + k];
  }
  if (constant === 0) return;
  for (let k = 0; k < classes; k++) out[columns * classes + k] = constant * sums[columns * width + k];
}

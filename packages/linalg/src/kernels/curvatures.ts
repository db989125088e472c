import type { KernelMemory } from './kernel-memory.js';
import { type Lanes, laneView } from './lanes.js';

/** Reads the curvatures that a kernel left, `width` doubles a row, into an array for each problem. */
export function scatterCurvatures(
  memory: KernelMemory,
  address: number,
  width: number,
  out: readonly Float64Array[],
): void {
  const rows = out[0].length;
  const found = memory.f64(address, rows * width);
  for (let lane = 0; lane < out.length; lane++) {
    const column = out[lane];
    for (let i = 0, at = lane; i < rows; i++, at += width) column[i] = found[at];
  }
}

/**
 * Lays the curvatures of several problems side by side, as the kernels take them.
 *
 * @returns their address
 */
export function gatherCurvatures(
  memory: KernelMemory,
  lanes: Lanes,
  curvatures: readonly Float64Array[],
): number {
  const rows = curvatures[0].length;
  const { width } = lanes;
  const address = memory.allocate(rows * lanes.stride);
  const packed = laneView(memory, lanes, address, rows * width);
  if (width > curvatures.length) packed.fill(0);
  for (let lane = 0; lane < curvatures.length; lane++) {
    const column = curvatures[lane];
    for (let i = 0, at = lane; i < rows; i++, at += width) packed[at] = column[i];
  }
  return address;
}

/** Reads probabilities that a kernel left, a stride a row, into `classes` a row. */
export function unpackProbabilities(
  memory: KernelMemory,
  lanes: Lanes,
  address: number,
  out: Float64Array,
): void {
  const { classes, width } = lanes;
  const rows = out.length / classes;
  const found = laneView(memory, lanes, address, rows * width);
  if (width === classes) {
    out.set(found);
    return;
  }
  for (let i = 0; i < rows; i++)
    for (let k = 0; k < classes; k++) out[i * classes + k] = found[i * width + k];
}

/**
 * Lays probabilities, `classes` a row, as the kernels take them: 0 in the lanes without a class.
 *
 * @returns their address
 */
export function packProbabilities(memory: KernelMemory, lanes: Lanes, probabilities: Float64Array): number {
  const { classes, width } = lanes;
  const rows = probabilities.length / classes;
  const address = memory.allocate(rows * lanes.stride);
  const packed = laneView(memory, lanes, address, rows * width);
  if (width === classes) {
    packed.set(probabilities);
    return address;
  }
  for (let i = 0; i < rows; i++) {
    const at = i * width;
    for (let k = 0; k < classes; k++) packed[at + k] = probabilities[i * classes + k];
    packed.fill(0, at + classes, at + width);
  }
  return address;
}

import { kernelEngine } from '../kernels/create.js';
import { KERNEL } from '../kernels/job-layout.js';
import { type Scope, withScope } from '../kernels/scope.js';
import type { BlasVector } from './flat-matrix.js';
import type { FloatArray } from './operand.js';
import { type CheckedRun, checkFactor, checkRun, type RunOptions } from './options.js';
import { checkVector, elementsOf, sizeFor, type StoredVector, storeVector } from './vector.js';

/** Numbers of a block, in whose order the blocks' sums are added. */
const PER_BLOCK = 1 << 15;

/**
 * x'y. BLAS's dot. Floats when both are Float32Arrays.
 *
 * @throws ShapeError when the vectors differ in length
 */
export async function dot(x: BlasVector, y: BlasVector, options: RunOptions = {}): Promise<number> {
  checkVector('dot', 'x', x);
  checkVector('dot', 'y', y, x.length);
  const run = checkRun('dot', options);
  const size = sizeFor(x, y);
  const engine = kernelEngine();
  return withScope(engine.memory, async (scope) => {
    const left = storeVector(scope, 'dot', x, size);
    const right = storeVector(scope, 'dot', y, size);
    return sumBlocks(scope, size === 4 ? KERNEL.dotF32 : KERNEL.dotF64, [left, right], 1, run);
  });
}

/**
 * alpha·x + y as a new array: a Float32Array when both are, otherwise a Float64Array. BLAS's axpy.
 *
 * @param alpha a finite number
 * @throws ShapeError when the vectors differ in length
 * @throws ParameterError when alpha is not finite
 */
export async function axpy(
  alpha: number,
  x: BlasVector,
  y: BlasVector,
  options: RunOptions = {},
): Promise<Float64Array | Float32Array> {
  checkFactor('axpy', 'alpha', alpha, 1);
  checkVector('axpy', 'x', x);
  checkVector('axpy', 'y', y, x.length);
  const run = checkRun('axpy', options);
  const size = sizeFor(x, y);
  const engine = kernelEngine();
  return withScope(engine.memory, async (scope) => {
    const added = storeVector(scope, 'axpy', x, size);
    const sum = storeVector(scope, 'axpy', y, size);
    await engine.run({
      kernel: size === 4 ? KERNEL.axpyF32 : KERNEL.axpyF64,
      blocks: Math.ceil(x.length / PER_BLOCK),
      integers: [added.at, sum.at, x.length, PER_BLOCK, 0],
      doubles: [alpha],
      work: x.length,
      inPlace: true,
      ...run,
    });
    return elementsOf(scope, sum).slice();
  });
}

/** Below this, squares of doubles lose digits; above its inverse, sums of them overflow. */
const SAFE = 1e-280;

/**
 * The Euclidean length of a vector. BLAS's nrm2: neither overflows nor vanishes where the result does not; where the
 * squares would, they are taken of x divided by a power of two near its largest element.
 */
export async function nrm2(x: BlasVector, options: RunOptions = {}): Promise<number> {
  checkVector('nrm2', 'x', x);
  const run = checkRun('nrm2', options);
  const size = sizeFor(x);
  const kernel = size === 4 ? KERNEL.squaresF32 : KERNEL.squaresF64;
  return withScope(kernelEngine().memory, async (scope) => {
    const vector = storeVector(scope, 'nrm2', x, size);
    const sum = await sumBlocks(scope, kernel, [vector], 1, run);
    if ((sum > SAFE && sum < 1 / SAFE) || Number.isNaN(sum)) return Math.sqrt(sum);
    const largest = largestOf(elementsOf(scope, vector));
    if (largest === 0 || largest === Infinity) return largest;
    // A power of two that is itself a normal number, as is its inverse.
    const scale = 2 ** Math.max(-1022, Math.min(1022, -Math.floor(Math.log2(largest))));
    return Math.sqrt(await sumBlocks(scope, kernel, [vector], scale, run)) / scale;
  });
}

function largestOf(values: FloatArray): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest;
}

/** Adds the blocks' sums in the order of the blocks. */
async function sumBlocks(
  scope: Scope,
  kernel: number,
  [x, y]: readonly [StoredVector, StoredVector?],
  scale: number,
  run: CheckedRun,
): Promise<number> {
  const blocks = Math.ceil(x.length / PER_BLOCK);
  const sums = scope.allocate(8 * blocks);
  await kernelEngine().run({
    kernel,
    blocks,
    integers: [x.at, y?.at ?? 0, x.length, PER_BLOCK, sums],
    doubles: [scale],
    work: x.length,
    ...run,
  });
  return scope.memory.f64(sums, blocks).reduce((total, sum) => total + sum, 0);
}

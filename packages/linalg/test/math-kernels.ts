import { instantiate, loadKernels } from '../src/kernels/kernels-module.js';

/** The functions that the module exports for arrays, without the "math" before their names. */
export type MathFunction =
  | 'ExpF64'
  | 'Expm1F64'
  | 'LogF64'
  | 'Log1pF64'
  | 'Log1pUnitF64'
  | 'ExpF32'
  | 'Expm1F32'
  | 'LogF32'
  | 'Log1pF32';

/** Doubles or floats. */
export type Floats = Float64Array | Float32Array;

type ArrayKernel = (input: number, output: number, count: number) => void;

const kernels = loadKernels();
const exported = instantiate(kernels) as unknown as Record<`math${MathFunction}`, ArrayKernel> & {
  heapBase(): number;
};
const base = Math.ceil(exported.heapBase() / 16) * 16;

/** `name` of every element of `input`, of whose kind it has to be, computed by the compiled kernel. */
export function compute<T extends Floats>(name: MathFunction, input: T): T {
  const output = base + Math.ceil(input.byteLength / 16) * 16;
  const missing = output + input.byteLength + 16 - kernels.memory.buffer.byteLength;
  if (missing > 0) kernels.memory.grow(Math.ceil(missing / 65_536));
  view(input, base).set(input);
  exported[`math${name}`](base, output, input.length);
  return view(input, output).slice() as T;
}

/** Like `compute`, and the element after the last, which must not be written. */
export function computeWithNext<T extends Floats>(name: MathFunction, input: T): { output: T; next: number } {
  const output = base + Math.ceil(input.byteLength / 16) * 16;
  const after = output + input.byteLength;
  const one = input.subarray(0, 1) as T;
  view(one, after)[0] = 7;
  return { output: compute(name, input), next: view(one, after)[0] };
}

function view(like: Floats, at: number): Floats {
  const { buffer } = kernels.memory;
  return like instanceof Float64Array
    ? new Float64Array(buffer, at, like.length)
    : new Float32Array(buffer, at, like.length);
}

import { KERNELS_WASM } from './generated/kernels-wasm.js';

/** What assembly/index.ts exports. */
export interface KernelExports {
  heapBase(): number;
  runJob(job: number, generation: number, thread: number, scratch: number, limit: number): number;
  runBlock(job: number, generation: number, block: number, scratch: number): void;
  solveFactored(factor: number, size: number, width: number, vectors: number, stride: number): void;
  solveFactoredOne(factor: number, size: number, width: number, x: number): void;
  sumPartials(partials: number, count: number, blocks: number, bytesEach: number, out: number): void;
}

/** Just enough of WebAssembly's types; Node's have none. */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
  readonly Memory: new (limits: { initial: number; maximum: number; shared: boolean }) => WasmMemory;
}

/** A WebAssembly memory. */
export interface WasmMemory {
  readonly buffer: ArrayBufferLike;
  grow(pages: number): number;
}

const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyApi };

/** Bytes of a page of a WebAssembly memory. */
export const PAGE = 65_536;

/** Pages that the module asks for at least. */
const INITIAL_PAGES = 16;
/** Pages at most: one short of 4 GiB, so that the address after the last byte can be told from address 0. */
const MOST_PAGES = 65_535;

/** How a memory's limits are written in a module: with a maximum, and shared or not. */
const SHARED = 0x03;
const UNSHARED = 0x01;

/** The compiled kernels and a memory for them. */
export interface LoadedKernels {
  readonly module: object;
  readonly memory: WasmMemory;
  /** Whether other threads can see the memory. */
  readonly shared: boolean;
}

/** Compiles the kernels and makes their memory: shared when that is possible here. */
export function loadKernels(): LoadedKernels {
  const bytes = fromBase64(KERNELS_WASM);
  const shared = typeof SharedArrayBuffer === 'function';
  if (!shared) bytes[sharedFlagAt(bytes)] = UNSHARED;
  return { module: new WebAssembly.Module(bytes), memory: makeMemory(shared), shared };
}

/** Instantiates the kernels on this thread. */
export function instantiate({ module, memory }: LoadedKernels): KernelExports {
  const imports = { env: { memory, abort } };
  return new WebAssembly.Instance(module, imports).exports as KernelExports;
}

function abort(): never {
  throw new Error('a kernel met a state that cannot be');
}

/** As large an address space as the system gives: reserving takes no memory yet. */
function makeMemory(shared: boolean): WasmMemory {
  for (let maximum = MOST_PAGES; ; maximum = Math.floor(maximum / 2)) {
    try {
      return new WebAssembly.Memory({ initial: INITIAL_PAGES, maximum, shared });
    } catch (error) {
      if (maximum <= 1024) throw error;
    }
  }
}

/** Where the module says that its memory, its first import of kind 2 named "memory", is shared. */
function sharedFlagAt(bytes: Uint8Array): number {
  const name = [6, 0x6d, 0x65, 0x6d, 0x6f, 0x72, 0x79, 2, SHARED];
  const at = bytes.findIndex((_, i) => name.every((byte, k) => bytes[i + k] === byte));
  return at + name.length - 1;
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

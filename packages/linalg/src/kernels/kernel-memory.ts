import { MemoryLimitError } from '../errors.js';
import { Allocator } from './allocator.js';
import { PAGE, type WasmMemory } from './kernels-module.js';

/** Memory is asked for in steps of this many pages (4 MiB), as each step costs a system call. */
const PAGES_PER_STEP = 64;

/** The kernels' memory: addresses handed out and given back, and typed views on them. */
export class KernelMemory {
  readonly #memory: WasmMemory;
  readonly #allocator: Allocator;

  /**
   * @param memory the WebAssembly memory
   * @param base its first address that is free
   */
  constructor(memory: WasmMemory, base: number) {
    this.#memory = memory;
    this.#allocator = new Allocator(base);
  }

  /** The buffer as it is now; a view made before the memory grew still sees its part. */
  get buffer(): ArrayBufferLike {
    return this.#memory.buffer;
  }

  /** Bytes in use. */
  get bytesUsed(): number {
    return this.#allocator.bytesUsed;
  }

  /** Bytes that the memory has grown to. */
  get bytesReserved(): number {
    return this.#memory.buffer.byteLength;
  }

  /**
   * Takes `bytes` bytes; what they hold is undefined.
   *
   * @throws MemoryLimitError when the memory cannot grow so far
   */
  allocate(bytes: number): number {
    const address = this.#allocator.allocate(bytes);
    const missing = this.#allocator.top - this.#memory.buffer.byteLength;
    if (missing > 0) this.#grow(address, bytes, missing);
    return address;
  }

  #grow(address: number, bytes: number, missing: number): void {
    const pages = Math.ceil(missing / PAGE);
    for (const step of [Math.max(pages, PAGES_PER_STEP), pages]) {
      try {
        this.#memory.grow(step);
        return;
      } catch {
        // A smaller step may still fit.
      }
    }
    this.#allocator.free(address);
    throw new MemoryLimitError(bytes, this.#allocator.bytesUsed);
  }

  /** Gives the end of a stretch back, all but `bytes` bytes. */
  shrink(address: number, bytes: number): void {
    this.#allocator.shrink(address, bytes);
  }

  /** Gives stretches back. */
  free(...addresses: number[]): void {
    for (const address of addresses) this.#allocator.free(address);
  }

  /** A view of `length` bytes. */
  u8(address: number, length: number): Uint8Array {
    return new Uint8Array(this.buffer, address, length);
  }

  /** A view of `length` 16-bit integers. */
  u16(address: number, length: number): Uint16Array {
    return new Uint16Array(this.buffer, address, length);
  }

  /** A view of `length` 32-bit integers. */
  i32(address: number, length: number): Int32Array {
    return new Int32Array(this.buffer, address, length);
  }

  /** A view of `length` unsigned 32-bit integers. */
  u32(address: number, length: number): Uint32Array {
    return new Uint32Array(this.buffer, address, length);
  }

  /** A view of `length` floats. */
  f32(address: number, length: number): Float32Array {
    return new Float32Array(this.buffer, address, length);
  }

  /** A view of `length` doubles. */
  f64(address: number, length: number): Float64Array {
    return new Float64Array(this.buffer, address, length);
  }

  /** Copies an array into memory of its own. */
  copyIn(array: Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array): number {
    const address = this.allocate(array.byteLength);
    this.u8(address, array.byteLength).set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    return address;
  }
}

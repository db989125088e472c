import { MemoryLimitError } from '../errors.js';
import { Allocator } from './allocator.js';
import { PAGE, type WasmMemory } from './kernels-module.js';

/** Memory is asked for in steps of this many pages (4 MiB), as each step costs a system call. */
const PAGES_PER_STEP = 64;

/** What can be copied in. */
export type NumberArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/** The kernels' memory: addresses handed out and given back, and typed views on them. */
export class KernelMemory {
  readonly #memory: WasmMemory;
  readonly #allocator: Allocator;
  /** Jobs that were announced, and how many of them are over: they end in their order. */
  #announced = 0;
  #over = 0;
  /** What to give back once so many jobs are over. */
  #retired: { readonly after: number; readonly addresses: number[] }[] = [];

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

  /**
   * Announces a job on what lies here now.
   *
   * @returns to be called when it is over
   */
  use(): () => void {
    this.#announced++;
    return () => {
      this.#over++;
      const ready = this.#retired.filter(({ after }) => after <= this.#over);
      this.#retired = this.#retired.filter(({ after }) => after > this.#over);
      for (const { addresses } of ready) this.free(...addresses);
    };
  }

  /** Gives stretches back as soon as no job that was announced before can be reading them. */
  retire(...addresses: number[]): void {
    if (this.#over === this.#announced) this.free(...addresses);
    else this.#retired.push({ after: this.#announced, addresses });
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

  /**
   * Copies an array into memory of its own.
   *
   * @throws MemoryLimitError as `allocate`
   */
  copyIn(array: NumberArray): number {
    const address = this.allocate(array.byteLength);
    this.#write(address, array);
    return address;
  }

  /** Takes several stretches: all of them, or none when one does not fit. */
  allocateAll(...sizes: number[]): number[] {
    const addresses: number[] = [];
    try {
      for (const bytes of sizes) addresses.push(this.allocate(bytes));
    } catch (error) {
      this.free(...addresses);
      throw error;
    }
    return addresses;
  }

  /** Copies arrays in, each into memory of its own: all of them, or none when one does not fit. */
  copyAllIn(...arrays: NumberArray[]): number[] {
    const addresses = this.allocateAll(...arrays.map(({ byteLength }) => byteLength));
    for (const [i, array] of arrays.entries()) this.#write(addresses[i], array);
    return addresses;
  }

  #write(address: number, { buffer, byteOffset, byteLength }: NumberArray): void {
    this.u8(address, byteLength).set(new Uint8Array(buffer, byteOffset, byteLength));
  }
}

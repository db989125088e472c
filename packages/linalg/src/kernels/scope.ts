import type { KernelMemory, NumberArray } from './kernel-memory.js';

/** Memory for one operation: given back together when the operation ends, however it ends. */
export class Scope {
  readonly #addresses: number[] = [];

  /** @param memory where it comes from */
  constructor(readonly memory: KernelMemory) {}

  /** Takes `bytes` bytes; what they hold is undefined. */
  allocate(bytes: number): number {
    return this.keep(this.memory.allocate(bytes));
  }

  /** Copies an array in; 0 when there is none. */
  copyIn(array: NumberArray | undefined): number {
    return array === undefined ? 0 : this.keep(this.memory.copyIn(array));
  }

  /** Takes memory over that was allocated elsewhere. */
  keep(address: number): number {
    this.#addresses.push(address);
    return address;
  }

  /** Gives everything back. */
  close(): void {
    this.memory.free(...this.#addresses);
  }
}

/** Runs an operation with memory of its own. */
export async function withScope<T>(memory: KernelMemory, run: (scope: Scope) => Promise<T>): Promise<T> {
  const scope = new Scope(memory);
  try {
    return await run(scope);
  } finally {
    scope.close();
  }
}

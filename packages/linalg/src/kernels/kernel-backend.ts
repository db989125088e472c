import type { Backend, FactorOperations, LogisticOperations, StochasticOperations } from '../backend.js';
import { KernelAverageGradient } from './average-gradient.js';
import type { KernelEngine } from './engine.js';
import { kernelLogistic } from './kernel-logistic.js';
import type { KernelParts } from './kernel-parts.js';
import { type KernelRows, kernelRows } from './kernel-rows.js';
import { factorHessian } from './hessian.js';
import { factorGrams } from './precondition.js';
import type { StoredDesigns } from './stored-designs.js';

/**
 * The operations in WebAssembly with SIMD, on as many threads as there are processors. Small jobs are done on the
 * spot. The same bits for any number of threads.
 */
export class KernelBackend implements Backend {
  readonly name = 'kernels';
  readonly rows: KernelRows;
  readonly logistic: LogisticOperations;
  readonly factors: FactorOperations;
  readonly stochastic: StochasticOperations;
  readonly #parts: KernelParts;

  /**
   * @param engine what runs the kernels
   * @param designs matrices in its memory
   * @param threads most threads to use, 1 or more; as many as there are processors when left out
   */
  constructor(engine: KernelEngine, designs: StoredDesigns, threads?: number) {
    this.#parts = { engine, designs, threads };
    this.rows = kernelRows(this.#parts);
    this.logistic = kernelLogistic(this.#parts);
    this.factors = {
      precondition: async (task) => (await factorGrams(this.#parts, [task]))[0],
      preconditionAll: (tasks) => factorGrams(this.#parts, tasks),
      hessian: (task) => factorHessian(this.#parts, task),
    };
    this.stochastic = { averageGradient: (task) => new KernelAverageGradient(this.#parts, task) };
  }

  /** The same kernels and memory with another limit of threads. */
  withThreads(threads: number | undefined): KernelBackend {
    return new KernelBackend(this.#parts.engine, this.#parts.designs, threads);
  }

  /** Bytes of the kernels' memory that are in use. */
  get bytesUsed(): number {
    return this.#parts.engine.memory.bytesUsed;
  }

  /** Bytes that the kernels' memory has grown to. */
  get bytesReserved(): number {
    return this.#parts.engine.memory.bytesReserved;
  }

  /** Ends the threads. Neither this backend nor one made from it may be used afterwards. */
  close(): Promise<void> {
    return this.#parts.engine.close();
  }
}

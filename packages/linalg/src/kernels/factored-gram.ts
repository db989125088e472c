import type { PreconditionTask, Preconditioner } from '../backend.js';
import { applyEnds, type UnitDiagonal } from '../unit-diagonal.js';
import type { KernelEngine } from './engine.js';
import type { Gram } from './gram-matrices.js';
import { lanesFor, packParameters, unpackSums } from './lanes.js';

/** A Gram matrix that has been factored in place. */
export class FactoredGram implements Preconditioner {
  readonly #engine: KernelEngine;
  readonly #columns: number;
  readonly #constant: number;
  readonly #gram: Gram;
  readonly #scaling: UnitDiagonal;

  /**
   * @param engine what solves
   * @param task what the matrix is made of
   * @param gram the matrix, whose memory becomes its own
   * @param scaling how it was brought to a unit diagonal
   */
  constructor(engine: KernelEngine, task: PreconditionTask, gram: Gram, scaling: UnitDiagonal) {
    this.#engine = engine;
    this.#columns = task.design.columns;
    this.#constant = task.constant;
    this.#gram = gram;
    this.#scaling = scaling;
  }

  solve(vectors: Float64Array, classes: number): void {
    applyEnds(this.#scaling, vectors, classes);
    if (classes === 1) this.#solveOne(vectors);
    else this.#solveLanes(vectors, classes);
    applyEnds(this.#scaling, vectors, classes);
  }

  #solveOne(vector: Float64Array): void {
    const { memory, kernels } = this.#engine;
    const { address: factor, width, size } = this.#gram;
    const address = memory.copyIn(Float32Array.from(vector));
    kernels.solveFactoredOne(factor, size, width, address);
    vector.set(memory.f32(address, size));
    memory.free(address);
  }

  #solveLanes(vectors: Float64Array, classes: number): void {
    const { memory, kernels } = this.#engine;
    const { address: factor, width, size } = this.#gram;
    const lanes = lanesFor(classes, 'single');
    const unit = this.#constant === 0 ? 0 : 1;
    const address = packParameters(memory, lanes, this.#columns, vectors, unit);
    kernels.solveFactored(factor, size, width, address, lanes.stride);
    const count = (this.#columns + 1) * lanes.width;
    unpackSums(Float64Array.from(memory.f32(address, count)), lanes, this.#columns, unit, vectors);
    memory.free(address);
  }

  release(): void {
    this.#engine.memory.free(this.#gram.address);
  }
}

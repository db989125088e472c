import type { PreconditionTask, Preconditioner } from '../backend.js';
import { applyEnds, type UnitDiagonal } from '../unit-diagonal.js';
import type { KernelEngine } from './engine.js';
import type { Grams } from './gram-matrices.js';
import { lanesFor, packParameters, unpackSums } from './lanes.js';

/** A Gram matrix that has been factored in place. */
export class FactoredGram implements Preconditioner {
  readonly #engine: KernelEngine;
  readonly #columns: number;
  readonly #constant: number;
  readonly #grams: Grams;
  readonly #at: number;
  readonly #scaling: UnitDiagonal;

  /**
   * @param engine what solves
   * @param task what the matrix is made of
   * @param grams the matrices
   * @param at which of them it is
   * @param scaling how it was brought to a unit diagonal
   */
  constructor(engine: KernelEngine, task: PreconditionTask, grams: Grams, at: number, scaling: UnitDiagonal) {
    this.#engine = engine;
    this.#columns = task.design.columns;
    this.#constant = task.constant;
    this.#grams = grams;
    this.#at = at;
    this.#scaling = scaling;
  }

  solve(vectors: Float64Array, classes: number): void {
    const { memory, kernels } = this.#engine;
    const { width, size } = this.#grams;
    const lanes = lanesFor(classes, 'single');
    const unit = this.#constant === 0 ? 0 : 1;
    applyEnds(this.#scaling, vectors, classes);
    const address = packParameters(memory, lanes, this.#columns, vectors, unit);
    kernels.solveFactored(this.#grams.addressOf(this.#at), size, width, address, lanes.stride);
    const count = (this.#columns + 1) * lanes.width;
    unpackSums(Float64Array.from(memory.f32(address, count)), lanes, this.#columns, unit, vectors);
    applyEnds(this.#scaling, vectors, classes);
    memory.free(address);
  }

  release(): void {
    this.#grams.release();
  }
}

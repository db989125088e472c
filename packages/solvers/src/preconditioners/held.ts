import type { Preconditioner } from '@tenfold/linalg';

/** The factored matrix that a run solves with: a new one takes the place, and the memory, of the one before. */
export class HeldPreconditioner {
  #held: Preconditioner | undefined;
  readonly #classes: number;

  /** @param classes vectors that are solved for at a time */
  constructor(classes: number) {
    this.#classes = classes;
  }

  /**
   * Takes a preconditioner in place of the one before; undefined leaves that.
   *
   * @returns what solves with it, in place
   */
  take(factored: Preconditioner | undefined): ((vector: Float64Array) => void) | undefined {
    if (factored === undefined) return undefined;
    this.release();
    this.#held = factored;
    return (vector) => {
      factored.solve(vector, this.#classes);
    };
  }

  /** Gives its memory back. */
  release(): void {
    this.#held?.release();
    this.#held = undefined;
  }
}

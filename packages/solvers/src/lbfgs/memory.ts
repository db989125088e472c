import { axpy, dot, scaleBy } from '../vectors.js';

/** A step taken and the change of the gradient over it. */
interface Pair {
  readonly s: Float64Array;
  readonly y: Float64Array;
  /** The inner product s'y, above 0. */
  sy: number;
}

/**
 * The last few steps and gradient changes, and with them the quasi-Newton direction: limited-memory BFGS. The
 * initial Hessian is a multiple of the identity, y'y / s'y of the newest pair, or one that the caller solves with.
 *
 * The direction is computed by the two loops of J. Nocedal, "Updating quasi-Newton matrices with limited
 * storage", Mathematics of Computation 35, 1980, DOI 10.1090/S0025-5718-1980-0572855-7. L-BFGS-B's compact
 * form, which serves its bounds, is the same in exact arithmetic; without bounds the loops are shorter.
 */
export class LbfgsMemory {
  readonly #pairs: Pair[] = [];
  readonly #spare: Pair[] = [];
  readonly #factors: Float64Array;
  #precondition: ((vector: Float64Array) => void) | undefined;
  #theta = 1;

  /**
   * @param size number of parameters
   * @param history most pairs kept
   * @param precondition solves with the initial Hessian, in place
   */
  constructor(
    readonly size: number,
    readonly history: number,
    precondition?: (vector: Float64Array) => void,
  ) {
    this.#precondition = precondition;
    this.#factors = new Float64Array(history);
  }

  /** Whether the initial Hessian is one that the caller solves with. */
  get isPreconditioned(): boolean {
    return this.#precondition !== undefined;
  }

  /** Whether no pair is held, so that the direction is steepest descent. */
  get isEmpty(): boolean {
    return this.#pairs.length === 0;
  }

  /** Forgets all pairs and starts from another initial Hessian. */
  restart(precondition: ((vector: Float64Array) => void) | undefined): void {
    this.clear();
    this.#precondition = precondition;
  }

  /** Forgets all pairs. */
  clear(): void {
    for (const pair of this.#pairs.splice(0)) this.#spare.push(pair);
    this.#theta = 1;
  }

  /**
   * Remembers a pair in place of the oldest.
   *
   * @param step the step along `direction`, which gives s = step·direction
   * @param direction the direction that was searched
   * @param before the gradient before the step
   * @param after the gradient after it
   * @param sy the inner product s'y, above 0
   */
  push(step: number, direction: Float64Array, before: Float64Array, after: Float64Array, sy: number): void {
    const pair = this.#takePair();
    const { s, y } = pair;
    for (let i = 0; i < this.size; i++) {
      s[i] = step * direction[i];
      y[i] = after[i] - before[i];
    }
    pair.sy = sy;
    this.#theta = dot(y, y) / sy;
    this.#pairs.push(pair);
  }

  #takePair(): Pair {
    const reused = this.#pairs.length === this.history ? this.#pairs.shift() : this.#spare.pop();
    return reused ?? { s: new Float64Array(this.size), y: new Float64Array(this.size), sy: 0 };
  }

  /** Fills `out` with minus the inverse Hessian's approximation times the gradient. */
  direction(gradient: Float64Array, out: Float64Array): void {
    const pairs = this.#pairs;
    for (let i = 0; i < this.size; i++) out[i] = -gradient[i];
    for (let m = pairs.length - 1; m >= 0; m--) {
      this.#factors[m] = dot(pairs[m].s, out) / pairs[m].sy;
      axpy(-this.#factors[m], pairs[m].y, out);
    }
    if (this.#precondition === undefined) scaleBy(1 / this.#theta, out);
    else this.#precondition(out);
    for (let m = 0; m < pairs.length; m++) {
      axpy(this.#factors[m] - dot(pairs[m].y, out) / pairs[m].sy, pairs[m].s, out);
    }
  }
}

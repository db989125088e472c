import { RandomState } from '@tenfold/random';

const WORDS = 2 ** 32;

/**
 * Draws rows with probabilities of their own, with replacement, in constant time a row: M. D. Vose, "A linear algorithm for
 * generating random numbers with a given distribution", IEEE Trans. Softw. Eng. 17, 1991.
 */
export class RowSampler {
  readonly #random: RandomState;
  readonly #rows: Uint32Array;
  /** Of each place the share, in words, in which its own row is drawn, and the row of the rest. */
  readonly #shares: Float64Array;
  readonly #others: Uint32Array;

  /**
   * @param rows the rows to draw from, one or more
   * @param weights what each of them is drawn in proportion to, above 0
   * @param seed 0 to 2^32 - 1
   */
  constructor(rows: Uint32Array, weights: Float64Array, seed: number) {
    this.#random = new RandomState(seed);
    this.#rows = rows;
    this.#shares = new Float64Array(rows.length).fill(WORDS);
    this.#others = rows.slice();
    this.#fill(weights);
  }

  /** The next draws: as many as there are rows. */
  draw(): Uint32Array {
    const count = this.#rows.length;
    return Uint32Array.from({ length: count }, () => {
      const place = Math.floor((this.#random.uint32() / WORDS) * count);
      const own = this.#random.uint32() < this.#shares[place];
      return own ? this.#rows[place] : this.#others[place];
    });
  }

  /** Fills what the light rows leave of their places with heavy ones. */
  #fill(weights: Float64Array): void {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const left = weights.map((weight) => (weight * weights.length) / total);
    const light: number[] = [];
    const heavy: number[] = [];
    left.forEach((share, place) => (share < 1 ? light : heavy).push(place));
    while (light.length > 0 && heavy.length > 0) {
      const [small, large] = [light.pop() ?? 0, heavy[heavy.length - 1]];
      this.#shares[small] = left[small] * WORDS;
      this.#others[small] = this.#rows[large];
      left[large] -= 1 - left[small];
      if (left[large] < 1) light.push(heavy.pop() ?? 0);
    }
  }
}

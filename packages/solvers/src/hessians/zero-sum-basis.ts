/**
 * An orthonormal basis of the vectors of K numbers that sum to zero, Helmert's: b_m, m = 1 to K - 1, has m times
 * 1 / √(m·(m + 1)), then -m / √(m·(m + 1)), then zeros. In it the multinomial Hessian has no direction that is free: a shift
 * common to all classes, which changes no probability, is none of its vectors.
 */
export class ZeroSumBasis {
  /** 1 / √(m·(m + 1)), m - 1 being the index. */
  readonly #heads: Float64Array;

  /** @param classes K, 2 or more */
  constructor(readonly classes: number) {
    this.#heads = Float64Array.from({ length: classes - 1 }, (_, a) => 1 / Math.sqrt((a + 1) * (a + 2)));
  }

  /** The coordinates of vectors that lie side by side, K numbers each. */
  coordinates(vectors: Float64Array): Float64Array {
    const { classes } = this;
    const count = vectors.length / classes;
    const out = new Float64Array(count * (classes - 1));
    for (let j = 0; j < count; j++) {
      let sum = 0;
      for (let a = 0; a < classes - 1; a++) {
        sum += vectors[j * classes + a];
        out[j * (classes - 1) + a] = this.#heads[a] * (sum - (a + 1) * vectors[j * classes + a + 1]);
      }
    }
    return out;
  }

  /** The vectors of coordinates, into `out`. */
  vectors(coordinates: Float64Array, out: Float64Array): void {
    const { classes } = this;
    const count = out.length / classes;
    for (let j = 0; j < count; j++) {
      let sum = 0;
      for (let k = classes - 1; k >= 0; k--) {
        const own = k === 0 ? 0 : k * this.#heads[k - 1] * coordinates[j * (classes - 1) + k - 1];
        out[j * classes + k] = sum - own;
        if (k > 0) sum += this.#heads[k - 1] * coordinates[j * (classes - 1) + k - 1];
      }
    }
  }

  /**
   * The curvatures diag(p) - p·p' of rows of probabilities p in this basis: the entries (a, b), b ≤ a, a number a row.
   */
  curvatures(
    { probabilities, coordinates, weights }: BasisRows,
    a: number,
    b: number,
    out: Float64Array,
  ): void {
    const { classes } = this;
    const width = classes - 1;
    for (let i = 0; i < out.length; i++) {
      const own = coordinates[i * width + a];
      const weight = weights === undefined ? 1 : weights[i];
      if (a !== b) {
        out[i] = weight * coordinates[i * width + b] * (this.#heads[a] - own);
        continue;
      }
      const p = i * classes;
      let sum = 0;
      for (let k = 0; k <= a; k++) sum += probabilities[p + k];
      const square = this.#heads[a] ** 2 * (sum + (a + 1) ** 2 * probabilities[p + a + 1]);
      out[i] = weight * (square - own * own);
    }
  }
}

/** Rows as `ZeroSumBasis.curvatures` reads them. */
export interface BasisRows {
  /** K a row, and their coordinates. */
  readonly probabilities: Float64Array;
  readonly coordinates: Float64Array;
  /** The rows' weights; 1 each when undefined. */
  readonly weights: Float64Array | undefined;
}

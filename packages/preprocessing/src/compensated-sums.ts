/**
 * Sums, each with the rounding errors of its additions kept beside it (Neumaier's form of Kahan's summation, 1974,
 * doi:10.1002/zamm.19740540106): right to about one unit in the last place, however many numbers are added.
 */
export class CompensatedSums {
  readonly #sums: Float64Array;
  readonly #errors: Float64Array;

  /** @param count how many sums there are */
  constructor(count: number) {
    this.#sums = new Float64Array(count);
    this.#errors = new Float64Array(count);
  }

  /** Adds to one of the sums. */
  add(index: number, value: number): void {
    const sum = this.#sums[index];
    const total = sum + value;
    this.#errors[index] += Math.abs(sum) >= Math.abs(value) ? sum - total + value : value - total + sum;
    this.#sums[index] = total;
  }

  /** One of the sums. */
  at(index: number): number {
    return this.#sums[index] + this.#errors[index];
  }
}

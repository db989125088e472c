/**
 * The k nearest rows of each of some rows. Of rows that are equally far, as many as there is room for are kept, and which
 * ones follows from their order as in scikit-learn on one thread: a heap, whose top is a farthest row, takes a row in when it
 * is nearer than the top.
 */
export class Nearest {
  /** Their numbers, k for each row. */
  readonly indices: Int32Array;
  /** Their ranks, k for each row. */
  readonly ranks: Float64Array;

  /**
   * @param rows whose neighbours are looked for
   * @param k neighbours of each
   */
  constructor(
    rows: number,
    readonly k: number,
  ) {
    this.indices = new Int32Array(rows * k).fill(-1);
    this.ranks = new Float64Array(rows * k).fill(Infinity);
  }

  /** Offers a row to another as its neighbour; offers to one row come in the order of their numbers. */
  offer(row: number, index: number, rank: number): void {
    const top = row * this.k;
    // A row that is infinitely far is still a neighbour where there are no others.
    if (rank < this.ranks[top]) this.replaceTop(top, index, rank);
    else if (this.indices[top] < 0) this.fillEmpty(top, index);
  }

  /** Sorts the neighbours of each row: nearest first; of equally far ones the one with the lower number. */
  sort(): this {
    const { k, indices, ranks } = this;
    for (let top = 0; top < indices.length; top += k) {
      const order = Array.from({ length: k }, (_, n) => top + n).sort(
        (a, b) => compare(ranks[a], ranks[b]) || indices[a] - indices[b],
      );
      const sorted = order.map((n) => [ranks[n], indices[n]] as const);
      sorted.forEach(([rank, index], n) => {
        ranks[top + n] = rank;
        indices[top + n] = index;
      });
    }
    return this;
  }

  private replaceTop(top: number, index: number, rank: number): void {
    const { k, indices, ranks } = this;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= k) break;
      const right = left + 1;
      const larger = right < k && ranks[top + right] > ranks[top + left] ? right : left;
      if (!(rank < ranks[top + larger])) break;
      ranks[top + at] = ranks[top + larger];
      indices[top + at] = indices[top + larger];
      at = larger;
    }
    ranks[top + at] = rank;
    indices[top + at] = index;
  }

  private fillEmpty(top: number, index: number): void {
    const empty = this.indices.indexOf(-1, top);
    if (empty < top + this.k) this.indices[empty] = index;
  }
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

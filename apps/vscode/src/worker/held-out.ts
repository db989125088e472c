import type { FitWeights } from '@tenfold/base';
import { largest } from '@tenfold/linalg';
import { uniqueLabels } from '@tenfold/metrics';
import type { Split } from '@tenfold/runs';

import { classNumbers } from './datasets/loaded-dataset.js';

/** Rows that are looked at, at most. */
const MOST_ROWS = 2000;
/** Cells that are looked at, at most: a few milliseconds' work. */
const MOST_CELLS = 2_000_000;

/** Some of the rows that are kept for testing, to see how a model does on them while it is fitted. */
export class HeldOut {
  readonly #cells: Float32Array;
  readonly #codes: Uint16Array;
  readonly #columns: number;

  /**
   * @param split the rows; those kept for testing are in random order, so that the first are as good as any
   */
  constructor(split: Split) {
    const { train, test } = split;
    const { data, target } = test ?? train;
    this.#columns = data.columns;
    const rows = test === null ? 0 : Math.min(data.rows, MOST_ROWS, Math.floor(MOST_CELLS / data.columns));
    this.#codes = classNumbers(target, uniqueLabels(train.target)).subarray(0, rows);
    this.#cells = new Float32Array(rows * data.columns);
    for (let i = 0; i < this.#cells.length; i++)
      this.#cells[i] = data.get(Math.floor(i / data.columns), i % data.columns);
  }

  /** Share of the rows that weights predict right; undefined when there are no rows. */
  accuracy({ coef, intercept }: FitWeights): number | undefined {
    const rows = this.#codes.length;
    if (rows === 0) return undefined;
    const classes = coef.length;
    const scores = new Float64Array(classes);
    const weights = Float64Array.from(
      { length: classes * this.#columns },
      (_, i) => coef[i % classes][Math.floor(i / classes)],
    );
    let right = 0;
    for (let row = 0; row < rows; row++) {
      scores.set(intercept);
      this.#addScores(row, weights, scores);
      if (bestOf(scores) === this.#codes[row]) right++;
    }
    return right / rows;
  }

  #addScores(row: number, weights: Float64Array, scores: Float64Array): void {
    for (let column = 0; column < this.#columns; column++) {
      const value = this.#cells[row * this.#columns + column];
      if (value === 0) continue;
      for (let k = 0; k < scores.length; k++) scores[k] += value * weights[column * scores.length + k];
    }
  }
}

/** The class of the largest score; of a single one, which speaks for the second of two classes, by its sign. */
function bestOf(scores: Float64Array): number {
  if (scores.length === 1) return scores[0] > 0 ? 1 : 0;
  return scores.indexOf(largest(scores));
}

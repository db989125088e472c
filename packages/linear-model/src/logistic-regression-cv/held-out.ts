import { ParameterError } from '@tenfold/core';
import { type Backend, type DesignMatrix, type Label, type Labels, Matrix } from '@tenfold/linalg';
import { getScorer, type Judged, type Scorer, type ScorerName } from '@tenfold/metrics';

import type { LinearWeights } from '../logistic-regression/fitted.js';
import { type Link, probabilities } from '../logistic-regression/probabilities.js';
import { scoresTask } from '../logistic-regression/scores.js';

/** Rows that are held out of a fit, and how it is judged by them. */
export interface HeldOut {
  readonly design: DesignMatrix;
  /** The rows' numbers. */
  readonly rows: Uint32Array;
  readonly classes: readonly Label[];
  /** The class number of each row of the matrix. */
  readonly codes: Int32Array;
  /** The weight of each row of the matrix; 1 each when undefined. */
  readonly sampleWeight: Float64Array | undefined;
  readonly scoring: ScorerName | Scorer;
  readonly link: Link;
  readonly backend: Backend;
  readonly signal: AbortSignal | undefined;
}

/**
 * The score of held-out rows. Scores that are known by name are of class numbers, which are in the order of the classes.
 *
 * @throws ParameterError when a function gives no finite number
 */
export async function scoreHeldOut(held: HeldOut, weights: LinearWeights): Promise<number> {
  const { design, rows, codes, classes, sampleWeight, scoring, link, backend, signal } = held;
  const task = scoresTask(weights, design);
  const scores = new Float64Array(rows.length * task.classes);
  await backend.rows.scores({ ...task, rows, signal }, scores);
  const isNamed = typeof scoring === 'string';
  const judged = new JudgedRows(scores, {
    yTrue: isNamed ? Int32Array.from(rows, (row) => codes[row]) : labelsOf(rows, codes, classes),
    classes: isNamed ? [...classes.keys()] : classes,
    link,
    sampleWeight: sampleWeight && Float64Array.from(rows, (row) => sampleWeight[row]),
  });
  return applyScoring(scoring, judged);
}

/**
 * A score of rows.
 *
 * @throws ParameterError when a function gives no finite number
 */
export function applyScoring(scoring: ScorerName | Scorer, judged: Judged): number {
  const score: unknown = (typeof scoring === 'string' ? getScorer(scoring) : scoring)(judged);
  if (typeof score === 'number' && Number.isFinite(score)) return score;
  throw new ParameterError('LogisticRegressionCV', 'scoring', 'a function that gives a finite number', score);
}

function labelsOf(rows: Uint32Array, codes: Int32Array, classes: readonly Label[]): Labels {
  return Array.from(rows, (row) => classes[codes[row]]) as Labels;
}

type Known = Pick<Judged, 'yTrue' | 'classes' | 'sampleWeight'> & { readonly link: Link };

/** Rows and what linear scores say of them, each computed when it is asked for. */
export class JudgedRows implements Judged {
  readonly yTrue: Labels;
  readonly classes: readonly Label[];
  readonly sampleWeight: Float64Array | undefined;
  readonly #link: Link;
  readonly #scores: Float64Array;

  /** @param scores row after row: one of two classes, else one a class */
  constructor(scores: Float64Array, { yTrue, classes, sampleWeight, link }: Known) {
    this.yTrue = yTrue;
    this.classes = classes;
    this.sampleWeight = sampleWeight;
    this.#link = link;
    this.#scores = scores;
  }

  get yPred(): Labels {
    const count = this.#perRow;
    return Array.from(
      this.yTrue as ArrayLike<Label>,
      (_, i) => this.classes[bestOf(this.#scores, i * count, count)],
    ) as Labels;
  }

  get yProba(): Matrix {
    const { length } = this.classes;
    return Matrix.from1DArray(this.yTrue.length, length, probabilities(this.#scores, length, this.#link));
  }

  get yScore(): Float64Array | Matrix {
    const scores = this.#scores.slice();
    return this.#perRow === 1 ? scores : Matrix.from1DArray(this.yTrue.length, this.#perRow, scores);
  }

  get #perRow(): number {
    return this.#scores.length / this.yTrue.length;
  }
}

/** The class of the largest score, the first of equals; of a single score, whether it is above 0. */
function bestOf(scores: Float64Array, start: number, count: number): number {
  if (count === 1) return scores[start] > 0 ? 1 : 0;
  let best = 0;
  for (let k = 1; k < count; k++) if (scores[start + k] > scores[start + best]) best = k;
  return best;
}

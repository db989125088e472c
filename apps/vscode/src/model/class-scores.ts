import type { ModelWeights } from '../protocol/webviews/model.js';

/** What of a model makes scores. */
export type Scoring = Pick<ModelWeights, 'classes' | 'link' | 'coef' | 'intercept'>;

/**
 * The scores w·x + b: one a row of `coef`, that is one a class, or a single one for two classes, which is above 0 for
 * the second.
 *
 * @param weights the model
 * @param x one sample: as many numbers as `coef` has columns
 */
export function classScores(weights: Scoring, x: ArrayLike<number>): Float64Array {
  const { coef, intercept } = weights;
  const columns = coef.length / intercept.length;
  return intercept.map((bias, row) => {
    let sum = bias;
    for (let j = 0, at = row * columns; j < columns; j++, at++) sum += coef[at] * x[j];
    return sum;
  });
}

/**
 * The probability of each class, as `predictProba` of `LogisticRegression` gives it.
 *
 * @param weights the model
 * @param x one sample
 */
export function classProbabilities(weights: Scoring, x: ArrayLike<number>): Float64Array {
  return scoresToProbabilities(weights.link, classScores(weights, x));
}

/**
 * Turns the scores of one sample into probabilities. Logarithms come first, so that scores of any size neither overflow
 * nor vanish all together.
 *
 * @param link how
 * @param scores what `classScores` gave
 */
export function scoresToProbabilities(link: ModelWeights['link'], scores: Float64Array): Float64Array {
  if (link === 'binary') return Float64Array.of(sigmoid(-scores[0]), sigmoid(scores[0]));
  const logs = link === 'softmax' ? scores : scores.map(logSigmoid);
  const largest = logs.reduce((a, b) => Math.max(a, b), -Infinity);
  const shares = logs.map((value) => Math.exp(value - largest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/** The place of the largest value, the first of equals. */
export function largestPlace(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
  return best;
}

function sigmoid(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
}

function logSigmoid(z: number): number {
  return z < -33.3 ? z : -Math.log1p(Math.exp(-z));
}

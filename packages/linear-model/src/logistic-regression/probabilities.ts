import { log1pExp, logSumExp, sigmoid } from '@tenfold/linalg';

/** How scores become probabilities: `'binary'` of one score a row, `'softmax'`, or `'ovr'` (normalised sigmoids). */
export type Link = 'binary' | 'softmax' | 'ovr';

/**
 * Turns scores into the logarithms of probabilities. These come first and the probabilities are their
 * exponentials, as logarithms keep their digits where a probability would be rounded to 0 or 1.
 *
 * @param scores row after row: one score a row when binary, else one a class
 * @param classes number of classes
 * @returns row after row, one a class
 */
export function logProbabilities(scores: Float64Array, classes: number, link: Link): Float64Array {
  if (link === 'binary') return binaryLogProbabilities(scores);
  const out = link === 'softmax' ? scores.slice() : scores.map((z) => -log1pExp(-z));
  for (let start = 0; start < out.length; start += classes) {
    const total = logSumExp(out, start, start + classes);
    for (let k = start; k < start + classes; k++) out[k] -= total;
  }
  return out;
}

function binaryLogProbabilities(scores: Float64Array): Float64Array {
  const out = new Float64Array(2 * scores.length);
  scores.forEach((z, i) => {
    out[2 * i] = -log1pExp(z);
    out[2 * i + 1] = -log1pExp(-z);
  });
  return out;
}

/** Turns scores into probabilities; arguments and result as in `logProbabilities`. Each row sums to 1. */
export function probabilities(scores: Float64Array, classes: number, link: Link): Float64Array {
  if (link !== 'binary') return logProbabilities(scores, classes, link).map(Math.exp);
  const out = new Float64Array(2 * scores.length);
  scores.forEach((z, i) => {
    out[2 * i] = sigmoid(-z);
    out[2 * i + 1] = sigmoid(z);
  });
  return out;
}

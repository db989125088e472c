import { addScaledRow, workMeter } from '@tenfold/linalg';

import { countOf, type InferenceProblem, widthOf } from './problem.js';

/** A symmetric matrix, row after row. */
export interface Square {
  readonly size: number;
  readonly cells: Float64Array;
}

/**
 * The observed information: minus the Hessian of the log-likelihood by the coefficients of each class but the first, whose
 * are 0. Block (k, l) is Σ s_i·p_ik·([k = l] - p_il)·x_i·x_i'.
 */
export function observedInformation(problem: InferenceProblem): Promise<Square> {
  const { classes, probabilities, weights } = problem;
  return sumOfProducts(problem, (i, k, l) => {
    const p = probabilities[i * classes + k];
    return weights[i] * p * ((k === l ? 1 : 0) - probabilities[i * classes + l]);
  });
}

/** The sum over all rows of the outer products of their scores, the derivatives of the log-likelihood. */
export function scoreProducts(problem: InferenceProblem): Promise<Square> {
  const { classes, codes, probabilities, weights } = problem;
  const residual = (i: number, k: number): number =>
    (codes[i] === k ? 1 : 0) - probabilities[i * classes + k];
  return sumOfProducts(problem, (i, k, l) => weights[i] * residual(i, k) * residual(i, l));
}

/** Σ factor(i, k, l)·x_i·x_i' in block (k, l), the classes from 1 on. */
async function sumOfProducts(
  problem: InferenceProblem,
  factor: (row: number, k: number, l: number) => number,
): Promise<Square> {
  const { design, hasIntercept, classes, signal } = problem;
  const width = widthOf(problem);
  const size = countOf(problem);
  const cells = new Float64Array(size * size);
  const x = new Float64Array(width);
  for (let i = 0; i < design.rows; i++) {
    x.fill(0);
    addScaledRow(design, i, 1, x);
    if (hasIntercept) x[width - 1] = 1;
    for (let k = 1; k < classes; k++) {
      for (let l = k; l < classes; l++) {
        const own = factor(i, k, l);
        if (own === 0) continue;
        const start = (k - 1) * width * size + (l - 1) * width;
        for (let a = 0; a < width; a++) {
          const scaled = own * x[a];
          if (scaled === 0) continue;
          const at = start + a * size;
          for (let b = 0; b < width; b++) cells[at + b] += scaled * x[b];
        }
      }
    }
    await workMeter.spend((size * (size + width)) / 2, signal);
  }
  for (let a = 0; a < size; a++) for (let b = 0; b < a; b++) cells[a * size + b] = cells[b * size + a];
  return { size, cells };
}

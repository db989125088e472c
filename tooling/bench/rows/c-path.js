import { converged } from '../src/converged.js';
import { mnistFolder } from '../src/paths.js';
import { stored } from '../src/stored.js';

/** A row; see src/rows.js. */
export const cPath = { about: 'ten values of C on MNIST with warm starts, each to within 1e-6', measure };

/** @param {import('../src/lab.js').Lab} lab */
async function measure(lab) {
  // C from 1e-4 to 1, evenly on a logarithmic scale.
  const path = stored.optima.path.map((optimum, i) => ({
    C: 10 ** ((4 * i) / 9 - 4),
    objective: optimum * (1 + 1e-6),
  }));
  await converged(lab, {
    work: 'ten values of C from 1e-4 to 1, warm starts, each to convergence (1e-6), MNIST 60,000, pixels / 255',
    program: 'c-path',
    peer: 'scikit-learn, lbfgs, warm_start',
    task: { mnistFolder, rows: 60_000, path },
    figure: 'c-path',
    atLeast: 100,
    aim: 200,
  });
}

import { converged } from '../src/converged.js';
import { mnistFolder } from '../src/paths.js';
import { stored } from '../src/stored.js';

/** A row; see src/rows.js. */
export const ovrConverged = {
  about: 'one-vs-rest by lbfgs on MNIST, each class to within 1e-6 of its optimum',
  measure,
};

/** @param {import('../src/lab.js').Lab} lab */
async function measure(lab) {
  const objectives = stored.optima.ovr.map((optimum) => optimum * (1 + 1e-6));
  await converged(lab, {
    work: 'one-vs-rest lbfgs to convergence (each class within 1e-6 relative of its optimum), MNIST 60,000, pixels / 255',
    program: 'ovr-converged',
    peer: 'scikit-learn, ten fits by lbfgs',
    task: { mnistFolder, rows: 60_000, objectives },
    figure: 'ovr-converged',
    atLeast: 100,
    aim: 200,
  });
}

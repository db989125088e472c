import { converged } from '../src/converged.js';
import { mnistFolder } from '../src/paths.js';
import { stored } from '../src/stored.js';

/** A row; see src/rows.js. */
export const fitConverged = { about: 'fit on MNIST to within 1e-6 of the optimum', measure };

/** @param {import('../src/lab.js').Lab} lab */
async function measure(lab) {
  const objective = stored.objectives.optimum * (1 + 1e-6);
  await converged(lab, {
    work: 'fit to convergence (objective within 1e-6 relative of the optimum), MNIST 60,000, pixels / 255',
    program: 'fit',
    peer: 'scikit-learn, lbfgs',
    task: { mnistFolder, rows: 60_000, scaled: true, objective },
    figure: 'fit-converged',
    atLeast: 100,
    aim: 200,
  });
}

import { differ, duel } from '../src/duel.js';
import { mnistFolder } from '../src/paths.js';

/** A row; see src/rows.js. */
export const lossGradient = { about: 'loss and gradient of a softmax model on MNIST', measure };

/** @param {import('../src/lab.js').Lab} lab */
async function measure(lab) {
  const rows = lab.quick ? 10_000 : 60_000;
  const theirs = (name, dtype, targets) => ({
    name,
    peer: 'scikit-learn',
    runtime: 'python',
    program: 'loss_gradient',
    task: { mnistFolder, rows, dtype },
    ...targets,
  });
  const against = (precision, what, peers) =>
    duel(lab, {
      work: `loss + gradient, MNIST ${rows} × 784, 10 classes, ${what}`,
      ours: () => ({
        name: 'ours',
        runtime: 'node',
        program: 'loss-gradient',
        task: { mnistFolder, rows, precision },
        warmUps: 5,
      }),
      peers,
      repeats: 21,
      compare: (own, other) =>
        differ('the loss', own.loss, other.loss, 1e-4) ?? differ('a slope', own.slope, other.slope, 1e-3),
    });
  await against('single', 'ours multiplying in floats, as solvers step', [
    theirs('scikit-learn, float64', 'float64', { atLeast: 7, aim: 12 }),
    theirs('scikit-learn, float32', 'float32', {}),
  ]);
  await against('double', 'ours in doubles', [theirs('scikit-learn, float64', 'float64', {})]);
}

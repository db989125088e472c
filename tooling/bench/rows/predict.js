import { duel } from '../src/duel.js';
import { mnistFolder } from '../src/paths.js';

/** A row; see src/rows.js. */
export const predict = { about: 'labels of 10,000 images', measure };

/** @param {import('../src/lab.js').Lab} lab */
async function measure(lab) {
  const task = { mnistFolder };
  await duel(lab, {
    work: 'predict 10,000 images',
    ours: () => ({ name: 'ours', runtime: 'node', program: 'predict', task, warmUps: 10 }),
    peers: [
      {
        name: 'scikit-learn',
        peer: 'scikit-learn',
        runtime: 'python',
        program: 'predict',
        task,
        warmUps: 3,
        atLeast: 3,
        aim: 8,
      },
    ],
    repeats: 21,
    compare: (own, theirs) => `accuracy ${own.accuracy} and ${theirs.accuracy}, of a model each`,
  });
}

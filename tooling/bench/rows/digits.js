import { duel } from '../src/duel.js';

/** A row; see src/rows.js. */
export const digits = { about: 'digits with defaults, in a warm process', measure };

/** @param {import('../src/lab.js').Lab} lab */
async function measure(lab) {
  for (const solver of ['lbfgs', 'liblinear']) {
    const task = { solver };
    const main = solver === 'lbfgs';
    const others = [
      {
        name: 'scikitjs',
        peer: 'scikitjs',
        runtime: 'node',
        program: 'digits-scikitjs',
        warmUps: 0,
        repeats: 2,
      },
      {
        name: 'ml-logistic-regression',
        peer: 'ml-logistic-regression',
        runtime: 'node',
        program: 'digits-ml',
        warmUps: 0,
        repeats: 2,
      },
    ];
    await duel(lab, {
      work: `digits, defaults, ${solver}, warm process`,
      ours: () => ({ name: 'ours', runtime: 'node', program: 'digits', task, warmUps: 10 }),
      peers: [
        {
          name: 'scikit-learn',
          peer: 'scikit-learn',
          runtime: 'python',
          program: 'digits',
          task,
          atLeast: 4,
          aim: 10,
        },
        ...(main && !lab.quick ? others : []),
      ],
      repeats: 15,
      compare: (own, theirs) => `accuracy ${own.accuracy.toFixed(4)} and ${theirs.accuracy.toFixed(4)}`,
    });
  }
}

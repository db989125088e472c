import { duel } from '../src/duel.js';
import { mnistFolder } from '../src/paths.js';
import { oursWhole } from '../src/whole-process.js';

/** A row; see src/rows.js. */
export const wholeProcess = {
  about: 'a script from its start to the printed accuracy: load MNIST from gz, split, fit, predict',
  measure,
};

/** @param {import('../src/lab.js').Lab} lab */
async function measure(lab) {
  const spec = await oursWhole(lab);
  if (spec === undefined) return;
  await duel(lab, {
    work: 'whole process: start, load MNIST from gz, split, fit to that loss, predict, print',
    ours: () => spec,
    peers: [
      {
        name: 'scikit-learn, a Python script',
        peer: 'scikit-learn',
        runtime: 'python',
        program: 'whole_process',
        process: true,
        args: [mnistFolder],
        slow: true,
        atLeast: 25,
        aim: 40,
      },
    ],
    repeats: 5,
    compare: (own, theirs) =>
      `accuracy ${own.accuracy} and ${theirs.accuracy}, peak memory ${mega(own.peak)} and ${mega(theirs.peak)}`,
  });
}

const mega = (bytes) => `${Math.round(bytes / 1e6)} MB`;

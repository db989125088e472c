import { against } from '../src/line.js';
import { mnistFolder } from '../src/paths.js';
import { summarize } from '../src/statistics.js';
import { store, stored, storedPart } from '../src/stored.js';

/** A row; see src/rows.js. */
export const fitConverged = { about: 'fit on MNIST to within 1e-6 of the optimum', measure };

const WITHIN = 1e-6;
const work = 'fit to convergence (objective within 1e-6 relative of the optimum), MNIST 60,000, pixels / 255';

/** @param {import('../src/lab.js').Lab} lab */
async function measure(lab) {
  const objective = stored.objectives.optimum * (1 + WITHIN);
  const task = { mnistFolder, rows: 60_000, scaled: true, objective };
  const ours = { name: 'ours', runtime: 'node', program: 'fit', task };
  const own = await sample(lab, ours, lab.quick ? 1 : 5);
  if (lab.full) {
    const found = await sample(lab, { ...peer, task }, 1);
    if (found) await store('fit-converged', found.summary.median, lab.machine);
  }
  lab.add(
    against({
      work,
      peer: peer.name,
      ours: own?.summary,
      ...storedPart(stored.figures['fit-converged']),
      atLeast: 60,
      aim: 150,
      note: own && `ours after ${own.iterations} iterations`,
    }),
  );
}

/** It stops itself when it is there, and so needs no count beforehand; once takes minutes. */
const peer = {
  name: 'scikit-learn, lbfgs',
  peer: 'scikit-learn',
  runtime: 'python',
  program: 'fit_converged',
  warmUps: 0,
};

async function sample(lab, spec, repeats) {
  const entered = await lab.enter(spec);
  if (!('contestant' in entered)) return undefined;
  try {
    const samples = (await lab.alternate([{ spec, contestant: entered.contestant }], repeats)).get(spec);
    if (samples === undefined) return undefined;
    return {
      summary: summarize(samples.map(({ seconds }) => seconds)),
      iterations: samples[0].extras.iterations,
    };
  } finally {
    await entered.contestant.stop();
  }
}

import { against } from './line.js';
import { summarize } from './statistics.js';
import { store, storedPart } from './stored.js';

/**
 * Ours until it is converged, beside what scikit-learn took for that once, which is stored; `--full` measures it anew.
 *
 * @param {import('./lab.js').Lab} lab
 * @param {object} row
 * @param {string} row.work
 * @param {string} row.program ours' program
 * @param {string} row.peer what the peer is called
 * @param {object} row.task what both are prepared with: among it the objectives to reach
 * @param {string} row.figure the name of the stored figure
 * @param {number} row.atLeast
 * @param {number} row.aim
 */
export async function converged(lab, { work, program, peer, task, figure, atLeast, aim }) {
  const own = await sample(lab, { name: 'ours', runtime: 'node', program, task }, lab.quick ? 1 : 3);
  if (lab.full) {
    const found = await sample(lab, { ...theirs, name: peer, task }, 1);
    if (found) await store(figure, found.summary.median, lab.machine, `${found.iterations} iterations`);
  }
  lab.add(
    against({
      work,
      peer,
      ours: own?.summary,
      ...storedPart(figure),
      atLeast,
      aim,
      note: own && `ours after ${own.iterations} iterations, objective ${own.objective.toFixed(9)}`,
    }),
  );
}

/** It stops itself when it is there, and so needs no count beforehand; once takes minutes. */
const theirs = { peer: 'scikit-learn', runtime: 'python', program: 'fit_converged', warmUps: 0 };

async function sample(lab, spec, repeats) {
  const entered = await lab.enter(spec);
  if (!('contestant' in entered)) return undefined;
  try {
    const samples = (await lab.alternate([{ spec, contestant: entered.contestant }], repeats)).get(spec);
    if (samples === undefined) return undefined;
    return { summary: summarize(samples.map(({ seconds }) => seconds)), ...samples[0].extras };
  } finally {
    await entered.contestant.stop();
  }
}

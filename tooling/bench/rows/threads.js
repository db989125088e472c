import { availableParallelism } from 'node:os';

import { against } from '../src/line.js';
import { mnistFolder } from '../src/paths.js';
import { summarize } from '../src/statistics.js';

/** A row; see src/rows.js. */
export const threads = { about: 'two threads over one, loss and gradient', measure };

/** @param {import('../src/lab.js').Lab} lab */
async function measure(lab) {
  const rows = lab.quick ? 10_000 : 60_000;
  const work = `two threads over one, loss + gradient, MNIST ${rows}`;
  if (availableParallelism() < 2) {
    lab.add(against({ work, peer: 'ours, one thread', atLeast: 1.8, aim: 1.95, failure: 'one core only' }));
    return;
  }
  const [one, two] = [1, 2].map((threads) => ({
    name: `ours, ${threads === 1 ? 'one thread' : 'two threads'}`,
    runtime: 'node',
    program: 'loss-gradient',
    task: { mnistFolder, rows, threads },
    warmUps: 5,
  }));
  const entries = [];
  for (const spec of [one, two]) entries.push({ spec, ...(await lab.enter(spec)) });
  const ready = entries.filter(({ contestant }) => contestant);
  const samples = await lab.alternate(ready, lab.quick ? 5 : 21);
  await Promise.all(ready.map(({ contestant }) => contestant.stop()));
  const summary = (spec) => samples.get(spec) && summarize(samples.get(spec).map(({ seconds }) => seconds));
  lab.add(
    against({ work, peer: one.name, ours: summary(two), theirs: summary(one), atLeast: 1.8, aim: 1.95 }),
  );
}

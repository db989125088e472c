import { alone } from '../src/line.js';
import { mnistFolder } from '../src/paths.js';
import { summarize } from '../src/statistics.js';

/** A row; see src/rows.js. */
export const eventLoop = { about: "event loop's delay during a fit on MNIST, 99th percentile", measure };

/** @param {import('../src/lab.js').Lab} lab */
async function measure(lab) {
  const rows = lab.quick ? 10_000 : 60_000;
  const spec = { name: 'ours', runtime: 'node', program: 'event-loop', task: { mnistFolder, rows } };
  const entered = await lab.enter(spec);
  if (!('contestant' in entered)) return;
  const samples = (await lab.alternate([{ spec, contestant: entered.contestant }], lab.quick ? 1 : 5)).get(
    spec,
  );
  await entered.contestant.stop();
  if (samples === undefined) return;
  const longest = samples.reduce((most, { extras }) => Math.max(most, extras.longest), 0);
  lab.add(
    alone({
      work: `event loop's delay during a fit, p99, MNIST ${rows}`,
      unit: 's',
      ours: summarize(samples.map(({ extras }) => extras.p99)),
      atLeast: 20e-3,
      aim: 5e-3,
      note: `sampled every 1 ms, which is part of the figure; longest ${(longest * 1e3).toFixed(1)} ms`,
    }),
  );
}

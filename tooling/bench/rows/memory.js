import { alone } from '../src/line.js';
import { summarize } from '../src/statistics.js';
import { oursWhole } from '../src/whole-process.js';

/** A row; see src/rows.js. */
export const memory = { about: 'peak memory of the whole MNIST process', measure };

/** @param {import('../src/lab.js').Lab} lab */
async function measure(lab) {
  const spec = await oursWhole(lab);
  if (spec === undefined) return;
  const entered = await lab.enter({ ...spec, warmUps: 0 });
  if (!('contestant' in entered)) return;
  const samples = (await lab.alternate([{ spec, contestant: entered.contestant }], lab.quick ? 1 : 5)).get(
    spec,
  );
  lab.add(
    alone({
      work: 'peak memory of the whole MNIST process',
      unit: 'byte',
      ours: samples && summarize(samples.map(({ extras }) => extras.peak)),
      atLeast: 200e6,
      aim: 150e6,
    }),
  );
}

import { duel } from '../src/duel.js';
import { alone } from '../src/line.js';
import { logLogSlope, summarize } from '../src/statistics.js';

/** A row; see src/rows.js. */
export const scale = { about: 'cost of 20 iterations over rows and over features, generated data', measure };

const DENSE = 0.2;
const SPARSE = 0.01;

/** @param {import('../src/lab.js').Lab} lab */
async function measure(lab) {
  const rowCounts = lab.quick ? [1_000, 10_000] : [1_000, 10_000, 60_000, 600_000];
  await sweep(
    lab,
    'rows, at 64 features',
    rowCounts.map((rows) => ({ size: rows, task: { rows, columns: 64, density: DENSE } })),
  );
  const rows = lab.quick ? 1_000 : 10_000;
  await sweep(lab, `features, at ${rows} rows`, [
    { size: 64, task: { rows, columns: 64, density: DENSE } },
    { size: 784, task: { rows, columns: 784, density: DENSE } },
    { size: 10_000, task: { rows, columns: 10_000, density: SPARSE } },
  ]);
}

async function sweep(lab, over, points) {
  const costs = [];
  for (const { size, task } of points) {
    const { rows, columns, density } = task;
    const samples = await duel(lab, {
      work: `20 iterations, ${rows} × ${columns}, ${density * 100} % not 0`,
      ours: () => ({ name: 'ours', runtime: 'node', program: 'scale', task }),
      peers: [
        { name: 'scikit-learn, lbfgs', peer: 'scikit-learn', runtime: 'python', program: 'scale', task },
      ],
      repeats: 3,
      compare: (own, theirs) =>
        `objective ${own.objective.toFixed(4)} and ${theirs.objective.toFixed(4)} ` +
        `after ${own.iterations} and ${theirs.iterations} iterations`,
    });
    // Over features what counts is how many cells are not 0.
    if (samples) {
      const cost = summarize(samples.map(({ seconds }) => seconds)).median;
      costs.push([over.startsWith('rows') ? size : columns * density, cost]);
    }
  }
  if (costs.length < 2) return;
  const slope = logLogSlope(costs);
  lab.add(
    alone({
      work: `growth of the cost over ${over}`,
      unit: 'exponent',
      ours: { median: slope, low: slope, high: slope, runs: 1 },
      atLeast: 1,
      note: 'the slope of log time over log size; 1 is linear',
    }),
  );
}

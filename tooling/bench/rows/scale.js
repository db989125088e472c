import { duel } from '../src/duel.js';
import { alone } from '../src/line.js';
import { logLogSlope, summarize } from '../src/statistics.js';

/** A row; see src/rows.js. */
export const scale = { about: 'cost of 20 iterations over rows and over features, generated data', measure };

const DENSE = 0.2;
const SPARSE = 0.01;

/** @param {import('../src/lab.js').Lab} lab */
async function measure(lab) {
  const rows = lab.quick ? 1_000 : 10_000;
  const rowCounts = lab.quick ? [1_000, 10_000] : [1_000, 10_000, 60_000, 600_000];
  const byRows = rowCounts.map((count) => ({ rows: count, columns: 64, density: DENSE }));
  const byFeatures = [
    { rows, columns: 64, density: DENSE },
    { rows, columns: 784, density: DENSE },
    { rows, columns: 10_000, density: SPARSE },
  ];
  /** @type {Map<string, number | undefined>} what has been measured, by work */
  const costs = new Map();
  await sweep(lab, costs, 'rows, at 64 features', byRows, ({ rows: count }) => count);
  // Over features what counts is how many cells are not 0.
  const cells = ({ columns, density }) => columns * density;
  await sweep(lab, costs, `features not 0, at ${rows} rows`, byFeatures, cells);
}

async function sweep(lab, costs, over, tasks, size) {
  const points = [];
  for (const task of tasks) {
    const work = `20 iterations, ${task.rows} × ${task.columns}, ${task.density * 100} % not 0`;
    if (!costs.has(work)) costs.set(work, await cost(lab, work, task));
    if (costs.get(work) !== undefined) points.push([size(task), costs.get(work)]);
  }
  if (points.length < 2) return;
  const slope = logLogSlope(points);
  lab.add(
    alone({
      work: `exponent of the cost's growth over ${over}`,
      unit: 'exponent',
      ours: { median: slope, low: slope, high: slope, runs: 1 },
      atLeast: 1,
      note: 'the slope of log time over log size; 1 is linear',
    }),
  );
}

/** The median time of ours. */
async function cost(lab, work, task) {
  const samples = await duel(lab, {
    work,
    ours: () => ({ name: 'ours', runtime: 'node', program: 'scale', task }),
    peers: [{ name: 'scikit-learn, lbfgs', peer: 'scikit-learn', runtime: 'python', program: 'scale', task }],
    repeats: 3,
    compare: (own, theirs) =>
      `objective ${own.objective.toFixed(4)} and ${theirs.objective.toFixed(4)} ` +
      `after ${own.iterations} and ${theirs.iterations} iterations`,
  });
  return samples && summarize(samples.map(({ seconds }) => seconds)).median;
}

import { duel } from '../src/duel.js';
import { against } from '../src/line.js';
import { mnistFolder } from '../src/paths.js';
import { summarize } from '../src/statistics.js';
import { stored, storedPart } from '../src/stored.js';

/** A row; see src/rows.js. */
export const liblinear = { about: 'liblinear one-vs-rest on MNIST, raw pixels, default tolerance', measure };

/** @param {import('../src/lab.js').Lab} lab */
async function measure(lab) {
  const rows = lab.quick ? 1_000 : 10_000;
  await duel(lab, {
    work: `liblinear one-vs-rest, MNIST ${rows} rows, default tolerance`,
    ours: () => ours(rows),
    peers: [
      {
        name: "scikit-learn's liblinear",
        peer: 'scikit-learn',
        runtime: 'python',
        program: 'liblinear_fit',
        task: { mnistFolder, rows },
        warmUps: 0,
      },
      ...['official', 'multicore'].map((kind) => ({
        name: `LIBLINEAR (liblinear-${kind})`,
        peer: `liblinear-${kind}`,
        runtime: 'python',
        program: 'liblinear_fit',
        task: { mnistFolder, rows, package: kind },
        warmUps: 0,
      })),
    ],
    repeats: 3,
    compare: (own, theirs) =>
      `objective ${own.objective.toFixed(3)} and ${theirs.objective.toFixed(3)}, ` +
      `accuracy ${own.accuracy} and ${theirs.accuracy}`,
  });
  if (!lab.quick) await measureWhole(lab);
}

async function measureWhole(lab) {
  const spec = { ...ours(60_000), warmUps: 0 };
  const entered = await lab.enter(spec);
  if (!('contestant' in entered)) return;
  const samples = (await lab.alternate([{ spec, contestant: entered.contestant }], 3)).get(spec);
  await entered.contestant.stop();
  lab.add(
    against({
      work: 'liblinear one-vs-rest, whole MNIST, default tolerance',
      peer: "scikit-learn's liblinear",
      ours: samples && summarize(samples.map(({ seconds }) => seconds)),
      ...storedPart(stored.figures['liblinear-mnist']),
      atLeast: 200,
      aim: 1000,
    }),
  );
}

const ours = (rows) => ({
  name: 'ours',
  runtime: 'node',
  program: 'liblinear',
  task: { mnistFolder, rows },
  warmUps: 1,
});

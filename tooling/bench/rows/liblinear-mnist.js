import { duel } from '../src/duel.js';
import { against } from '../src/line.js';
import { mnistFolder } from '../src/paths.js';
import { summarize } from '../src/statistics.js';
import { storedPart } from '../src/stored.js';

/** A row; see src/rows.js. */
export const liblinear = { about: 'liblinear one-vs-rest on MNIST, raw pixels, default tolerance', measure };

/** @param {import('../src/lab.js').Lab} lab */
async function measure(lab) {
  const rows = lab.quick ? 1_000 : 10_000;
  const peers = ['official', 'multicore'].map((kind) => ({
    name: `LIBLINEAR (liblinear-${kind})`,
    peer: `liblinear-${kind}`,
    ...(kind === 'multicore' && { atLeast: 6, aim: 12 }),
    runtime: 'python',
    program: 'liblinear_fit',
    task: { mnistFolder, rows, package: kind },
    warmUps: 0,
    repeats: 2,
  }));
  const slow = {
    name: "scikit-learn's liblinear",
    peer: 'scikit-learn',
    runtime: 'python',
    program: 'liblinear_fit',
    task: { mnistFolder, rows },
    warmUps: 0,
  };
  const work = `liblinear one-vs-rest, MNIST ${rows} rows, default tolerance`;
  const own = await duel(lab, {
    work,
    ours: () => ours(rows),
    peers: lab.quick || lab.full ? [slow, ...peers] : peers,
    repeats: 3,
    compare: (mine, theirs) =>
      `objective ${mine.objective.toFixed(3)} and ${theirs.objective.toFixed(3)}, ` +
      `accuracy ${mine.accuracy} and ${theirs.accuracy}`,
  });
  if (!lab.quick && !lab.full) addStored(lab, work, slow.name, own, 'liblinear-mnist-10000');
  if (!lab.quick) await measureWhole(lab);
}

function addStored(lab, work, peer, samples, figure, targets = {}) {
  const seconds = samples?.map((sample) => sample.seconds);
  const part = storedPart(figure);
  lab.add(against({ work, peer, ours: seconds && summarize(seconds), ...part, ...targets }));
}

async function measureWhole(lab) {
  const spec = { ...ours(60_000), warmUps: 0 };
  const entered = await lab.enter(spec);
  if (!('contestant' in entered)) return;
  const samples = (await lab.alternate([{ spec, contestant: entered.contestant }], 3)).get(spec);
  await entered.contestant.stop();
  const work = 'liblinear one-vs-rest, whole MNIST, default tolerance';
  const targets = { atLeast: 400, aim: 1000 };
  addStored(lab, work, "scikit-learn's liblinear", samples, 'liblinear-mnist', targets);
}

const ours = (rows) => ({
  name: 'ours',
  runtime: 'node',
  program: 'liblinear',
  task: { mnistFolder, rows },
  warmUps: 1,
});

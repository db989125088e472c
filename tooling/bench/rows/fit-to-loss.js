import { duel } from '../src/duel.js';
import { mnistFolder } from '../src/paths.js';
import { stored } from '../src/stored.js';

/** A row; see src/rows.js. */
export const fitToLoss = {
  about: "fit on MNIST to the training objective of scikit-learn's lbfgs after 100 iterations",
  measure,
};

/** @param {import('../src/lab.js').Lab} lab */
async function measure(lab) {
  const rows = lab.quick ? 10_000 : 60_000;
  for (const scaled of [false, true]) {
    const [name, intelex] = ['scikit-learn, lbfgs', 'scikit-learn-intelex, lbfgs'];
    const peer = { runtime: 'python', program: 'fit' };
    const pixels = `MNIST ${rows}, ${scaled ? 'pixels / 255' : 'raw pixels'}`;
    const ours = (objective) => ({
      name: 'ours',
      runtime: 'node',
      program: 'fit',
      task: { mnistFolder, rows, scaled, objective },
    });
    await duel(lab, {
      work: `fit to that loss, ${pixels}`,
      ours: (firsts) =>
        ours(firsts.get(name)?.extras.objective ?? stored.objectives[`${scaled ? 'scaled' : 'raw'}-${rows}`]),
      also: [
        {
          work: `fit to scikit-learn-intelex's own loss, ${pixels}`,
          peer: intelex,
          ours: (firsts) => ours(firsts.get(intelex).extras.objective),
        },
      ],
      peers: [
        {
          ...peer,
          name,
          peer: 'scikit-learn',
          task: { mnistFolder, rows, scaled },
          slow: true,
          ...(scaled ? { atLeast: 50, aim: 100 } : { atLeast: 60, aim: 100 }),
        },
        {
          ...peer,
          name: intelex,
          peer: 'scikit-learn-intelex',
          task: { mnistFolder, rows, scaled, intelex: true },
          slow: true,
        },
      ],
      repeats: 3,
      compare: describe,
    });
  }
}

/** @param {Record<string, number>} ours */
function describe(ours, theirs) {
  const [own, other] = [ours, theirs].map(
    ({ objective, iterations }) => `${objective.toFixed(6)} after ${iterations} iterations`,
  );
  return `objective: ours ${own}, theirs ${other}`;
}

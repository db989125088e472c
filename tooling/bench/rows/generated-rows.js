import { duel } from '../src/duel.js';

/** A row; see src/rows.js. */
export const text = {
  about: "texts as sparse rows, generated in the shape of 20 newsgroups, to scikit-learn's loss",
  measure: measureText,
};

/** A row; see src/rows.js. */
export const tabular = {
  about: "a table of badly scaled doubles, generated, to scikit-learn's loss",
  measure: measureTable,
};

/** @param {import('../src/lab.js').Lab} lab */
async function measureText(lab) {
  const [rows, columns] = lab.quick ? [1_000, 10_000] : [11_000, 100_000];
  await measure(lab, `fit to that loss, texts, ${rows} × ${columns} sparse floats, 20 classes`, {
    kind: 'texts',
    sizes: { rows, columns, classes: 20 },
  });
}

/** @param {import('../src/lab.js').Lab} lab */
async function measureTable(lab) {
  const rows = lab.quick ? 5_000 : 100_000;
  for (const classes of [2, 5]) {
    await measure(
      lab,
      `fit to that loss, table, ${rows} × 50 doubles, columns badly scaled, ${classes} classes`,
      {
        kind: 'table',
        sizes: { rows, columns: 50, classes },
      },
    );
  }
}

async function measure(lab, work, task) {
  const name = 'scikit-learn, lbfgs';
  await duel(lab, {
    work,
    ours: (firsts) => ({
      name: 'ours',
      runtime: 'node',
      program: 'to-objective',
      task: { ...task, objective: firsts.get(name)?.extras.objective },
    }),
    peers: [
      {
        name,
        peer: 'scikit-learn',
        runtime: 'python',
        program: 'to_objective',
        task,
        slow: true,
        atLeast: 3,
      },
    ],
    repeats: 5,
    compare: describe,
  });
}

/** @param {Record<string, number>} ours */
function describe(ours, theirs) {
  const [own, other] = [ours, theirs].map(
    ({ objective, iterations }) => `${objective.toFixed(6)} after ${iterations} iterations`,
  );
  return `objective: ours ${own}, theirs ${other}`;
}

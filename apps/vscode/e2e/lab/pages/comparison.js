import { digitsRun } from '../digits-run.js';

const choices = [
  { solver: 'lbfgs' },
  { solver: 'liblinear' },
  { solver: 'lbfgs', multiClass: 'ovr' },
  { solver: 'lbfgs', C: 0.01 },
  { solver: 'lbfgs', maxIter: 5 },
];

/** Five runs on the digits, one that is gone, and one whose name is not meant well. */
export default async function () {
  const runs = [];
  for (const params of choices) runs.push(await digitsRun(params));
  const names = [
    '20260203-141516-digits-lbfgs',
    'liblinear',
    'one-vs-rest',
    'small C',
    '<img src=x onerror=alert(1)>',
  ];
  const rows = runs.map(({ result }, i) => ({
    key: `file:///runs/${i}`,
    name: names[i],
    state: 'done',
    note: '',
    dataset: result.dataset,
    estimator: String(result.model.params.solver),
    seconds: result.seconds.fit,
    accuracy: result.accuracy,
    iterations: result.nIter,
    converged: result.converged,
    run: `file:///runs/${i}`,
  }));
  const gone = {
    ...rows[0],
    key: 'file:///runs/gone',
    name: '20260101-000000-mnist-logistic-regression',
    state: 'missing',
    note: 'metrics.json is missing',
    dataset: '',
    estimator: '',
    seconds: null,
    accuracy: null,
    iterations: null,
    converged: null,
  };
  return {
    source: { kind: 'runs', runs: [...rows, gone].map(({ key }) => key) },
    contract: 'src/protocol/webviews/comparison.ts',
    title: 'Comparison of 6 runs',
    handlers: {
      next: () => ({ number: 1, isLive: false, rows: [...rows, gone] }),
      open: () => null,
    },
    scenes: {
      hover: (page) => page.locator('.scatter circle').nth(1).hover({ force: true }),
      sorted: (page) => page.getByRole('button', { name: 'Time' }).click(),
    },
  };
}

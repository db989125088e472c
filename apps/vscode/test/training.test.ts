import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';

import { plainLine } from '../src/host/tasks/plain-line.js';
import { parseTaskDefinition } from '../src/host/tasks/task-definition.js';
import { arrayPairs } from '../src/host/files/array-pairs.js';
import { jobTitle } from '../src/host/training/job-title.js';
import { Jobs } from '../src/host/training/jobs.js';
import { labelsBeside } from '../src/host/files/labels-beside.js';
import { keepLastChoice, lastChoice } from '../src/host/training/last-choice.js';
import { cellColumn } from '../src/host/training/table-line.js';
import { itemDataset, parseTrainArgument } from '../src/host/training/train-argument.js';
import { jobLine } from '../src/host/training/training-log.js';

/** What logistic regression reports. */
const figures = [
  { name: 'loss', label: 'loss', scale: 'linear' },
  { name: 'gradNorm', label: 'gradient norm', scale: 'logarithmic' },
] as const;

const point = (iteration: number) => ({
  problem: 0,
  iteration,
  figures: { loss: 2 / iteration, gradNorm: 1e-4 },
  seconds: 0.5,
});

describe('jobs', () => {
  test('keep every point and tell of every change', () => {
    const job = new Jobs().add('lbfgs on digits', figures);
    const changed = jest.fn();
    const end = job.onChange(changed);
    job.tell({ phase: 'fitting', problems: 10, points: [point(1), point(2)] });
    job.tell({ phase: 'fitting', problems: 10, points: [point(3)] });
    end();
    job.tell({ phase: 'scoring' });
    expect(job.points.map(({ iteration }) => iteration)).toEqual([1, 2, 3]);
    expect(job.problems).toBe(10);
    expect(changed).toHaveBeenCalledTimes(2);
  });

  test('end once', () => {
    const job = new Jobs().add('a', figures);
    job.end({ kind: 'done', run: null, accuracy: 1 });
    job.end({ kind: 'failed', message: 'late' });
    job.tell({ phase: 'loading' });
    job.stop();
    expect(job.state).toEqual({ kind: 'done', run: null, accuracy: 1 });
    expect(job.signal.aborted).toBe(false);
  });

  test('are all stopped, and the last twenty remembered', () => {
    const jobs = new Jobs();
    const made = Array.from({ length: 25 }, (_, i) => jobs.add(String(i), []));
    jobs.stopAll();
    expect(made.every(({ signal }) => signal.aborted)).toBe(true);
    for (const job of made) job.end({ kind: 'stopped' });
    const latest = jobs.add('latest', []);
    expect(jobs.running).toEqual([latest]);
    expect(jobs.latest).toBe(latest);
    expect(jobs.find(made[0].id)).toBeUndefined();
    expect(jobs.all.length).toBeLessThanOrEqual(25);
  });

  test('say where they stand in one line', () => {
    const job = new Jobs().add('a', figures);
    expect(jobLine(job)).toBe('loading the data');
    job.tell({ phase: 'fitting', problems: 1, points: [] });
    expect(jobLine(job)).toBe('preparing the fit');
    const other = new Jobs().add('b', []);
    other.tell({ phase: 'fitting', problems: 1, points: [] });
    expect(jobLine(other)).toBe('fitting');
    job.tell({ phase: 'fitting', problems: 1, points: [point(4)] });
    expect(jobLine(job)).toBe('iteration 4, loss 0.50000, gradient norm 1.00e-4, 500 ms');
  });

  test('count the iterations of problems that are solved side by side', () => {
    const job = new Jobs().add('a', figures);
    const lines = [1, 2].flatMap((iteration) =>
      [0, 1, 2].map((problem) => {
        job.tell({ phase: 'fitting', problems: 3, points: [{ ...point(iteration), problem }] });
        return jobLine(job).split(', ')[1];
      }),
    );
    expect(lines).toEqual([1, 2, 3, 4, 5, 6].map((count) => `${count} iterations`));
  });
});

describe('what is trained', () => {
  const defaults = { testSize: 0.25, randomState: 0 };
  const logistic = { name: 'logistic-regression', params: {} };

  test('may be said in short', () => {
    expect(parseTrainArgument({ dataset: 'digits' }, defaults)).toEqual({
      job: { dataset: { kind: 'digits' }, split: defaults, estimator: logistic },
      show: true,
    });
  });

  test('or in full', () => {
    const job = {
      dataset: { kind: 'mnist', order: 'mldata' },
      split: { testSize: 10_000, randomState: 7 },
      estimator: { name: 'logistic-regression', params: { solver: 'liblinear', C: 0.5 } },
    };
    const { name: estimator, params } = job.estimator;
    const said = { ...job, estimator, params, show: false };
    expect(parseTrainArgument(said, defaults)).toEqual({ job, show: false });
    const class_ = { ...said, estimator: 'LogisticRegression' };
    expect(parseTrainArgument(class_, defaults)).toEqual({ job, show: false });
  });

  test('or as when there was one classifier', () => {
    const model = { solver: 'liblinear', threads: 2 };
    expect(parseTrainArgument({ dataset: 'digits', model }, defaults).job).toEqual({
      dataset: { kind: 'digits' },
      split: defaults,
      estimator: { name: 'logistic-regression', params: { solver: 'liblinear' } },
      threads: 2,
    });
  });

  test('may be another classifier, whose hyper-parameters are kept as JSON', () => {
    const knn = { dataset: 'digits', estimator: 'knn', params: { nNeighbors: 3, weights: undefined } };
    const { estimator } = parseTrainArgument(knn, defaults).job;
    expect(estimator).toEqual({ name: 'knn', params: { nNeighbors: 3 } });
    const unbounded = { dataset: 'digits', params: { C: Infinity } };
    expect(parseTrainArgument(unbounded, defaults).job.estimator.params).toEqual({ C: 'Infinity' });
  });

  test.each([
    [{ estimator: 'knm' }, 'did you mean knn?'],
    [{ estimator: 'knn', params: { C: 1 } }, 'C'],
    [{ params: { C: -1 } }, 'LogisticRegression: C must be a number above 0'],
    [{ params: { solver: 'liblinear', penalty: null } }, 'penalty must be'],
    [{ estimator: 'knn', model: {} }, 'model stands in place of'],
  ])('%j is refused in the words of its description', (said, words) => {
    expect(() => parseTrainArgument({ dataset: 'digits', ...said }, defaults)).toThrow(words);
  });

  test.each([
    [{}],
    ['digits'],
    [{ dataset: 'iris' }],
    [{ dataset: 'digits', split: { testSize: 1 } }],
    [{ dataset: 'digits', split: { randomState: -1 } }],
    [{ dataset: 'digits', run: 'rm -rf' }],
    [{ dataset: { kind: 'table', file: '', target: 'x' } }],
  ])('%j is refused', (argument) => {
    expect(() => parseTrainArgument(argument, defaults)).toThrow('What to train is not understood');
  });

  test('may stand in an item of a view', () => {
    const dataset = { kind: 'digits' };
    expect(itemDataset({ dataset, label: 'Digits', contextValue: 'trainable' })).toEqual(dataset);
    expect(itemDataset({ dataset })).toBeUndefined();
    expect(itemDataset(undefined)).toBeUndefined();
  });

  test('is remembered, and forgotten when it makes no sense', async () => {
    const kept = new Map<string, unknown>();
    const workspaceState = {
      get: (key: string) => kept.get(key),
      update: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
      keys: () => [...kept.keys()],
    };
    const context = { workspaceState } as Parameters<typeof lastChoice>[0];
    expect(lastChoice(context)).toBeUndefined();
    const { job } = parseTrainArgument({ dataset: 'mnist' }, defaults);
    await keepLastChoice(context, job);
    expect(lastChoice(context)).toEqual(job);
    const { estimator, ...rest } = job;
    const keep = (value: unknown): void => {
      for (const key of kept.keys()) kept.set(key, value);
    };
    // As it was kept when there was one classifier.
    keep({ ...rest, model: estimator.params });
    expect(lastChoice(context)).toEqual(job);
    for (const lost of [{ dataset: 'gone' }, { ...rest, estimator: { name: 'oracle', params: {} } }]) {
      keep(lost);
      expect(lastChoice(context)).toBeUndefined();
    }
  });

  test.each([
    [{ dataset: { kind: 'digits' }, estimator: logistic }, 'lbfgs on digits'],
    [{ dataset: { kind: 'digits' }, estimator: { name: 'knn', params: {} } }, 'knn on digits'],
    [
      {
        dataset: { kind: 'mnist', order: 'original' },
        estimator: { name: 'logistic-regression', params: { solver: 'liblinear', multiClass: 'ovr' } },
      },
      'liblinear (ovr) on MNIST',
    ],
    [
      { dataset: { kind: 'table', file: 'file:///a/b%20c.csv', target: 'x' }, estimator: logistic },
      'lbfgs on b c.csv',
    ],
    [
      { dataset: { kind: 'table', file: 'file:///a/100%.csv', target: 'x' }, estimator: logistic },
      'lbfgs on 100%.csv',
    ],
  ] as const)('has a title', (job, title) => {
    expect(jobTitle(job)).toBe(title);
  });
});

describe('a cell of a table', () => {
  test('begins where an editor shows it, whatever is written by RFC 4180', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ minLength: 1 }), { minLength: 2 }), async (cells) => {
        const line = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
        for (let i = 0; i < cells.length; i++) {
          const start = (await cellColumn(line, line, i + 1)) - 1;
          const before = cells.slice(0, i).map((cell) => `"${cell.replaceAll('"', '""')}",`);
          expect(start).toBe(before.join('').length);
        }
      }),
    );
  });

  test.each([
    ['a,b,c', '1,oops,3', 2, 3],
    ['a,b', '"a,b",oops', 2, 7],
    ['a;b', '1,5;oops', 2, 5],
    ['a', '1', 9, 1],
  ])('under %j, %j has cell %d at column %d', async (header, line, cell, column) => {
    expect(await cellColumn(`${header}\n${line}\n`, line, cell)).toBe(column);
  });
});

describe('labels', () => {
  const array = (name: string, shape: number[], dtype = 'uint8') => ({ name, shape, dtype });
  test.each([
    ['train-images-idx3-ubyte', 'train-labels-idx1-ubyte'],
    ['train-images-idx3-ubyte.gz', 'train-labels-idx1-ubyte'],
    ['train-images.idx3-ubyte', 'train-labels.idx1-ubyte'],
    ['x_train.npy', 'y_train.npy'],
    ['mnist_X.npy', 'mnist_y.npy'],
    ['data.npy', 'target.npy'],
    ['kmnist-test-images.npy', 'kmnist-test-labels.npy'],
  ])('of %s are in %s', (images, labels) => {
    expect(labelsBeside(images, ['other.txt', images, labels])).toBe(labels);
  });

  test('are not made up', () => {
    expect(labelsBeside('x_train.npy', ['x_train.npy', 'y_test.npy'])).toBeUndefined();
    expect(labelsBeside('pictures.npy', ['pictures.npy'])).toBeUndefined();
  });

  test('of an archive are as many as images', () => {
    const arrays = [
      array('y_test', [60]),
      array('x_train', [60, 8, 8]),
      array('x_test', [60, 64]),
      array('y_train', [60], 'int64'),
      array('means', [60], 'float64'),
      array('seed', [1]),
    ];
    expect(arrayPairs(arrays).slice(0, 2)).toEqual([
      { images: 'x_train', labels: 'y_train' },
      { images: 'x_test', labels: 'y_test' },
    ]);
    expect(arrayPairs(arrays)).toHaveLength(4);
  });

  test.each([
    ['a column', array('y_train', [60, 1])],
    ['text', array('y_train', [60], 'text')],
    ['whole doubles', array('y_train', [60], 'float64')],
  ])('may be %s', (_, labels) => {
    expect(arrayPairs([array('x_train', [60, 28, 28, 3]), labels])).toEqual([
      { images: 'x_train', labels: 'y_train' },
    ]);
  });
});

describe('a task', () => {
  test('says what to train', () => {
    const definition = {
      type: 'tenfold',
      dataset: 'a.csv',
      target: 'kind',
      drop: ['id'],
      C: 2,
      testSize: 0.5,
      stratify: true,
    };
    expect(parseTaskDefinition(definition)).toEqual({
      dataset: 'a.csv',
      target: 'kind',
      drop: ['id'],
      split: { testSize: 0.5, stratify: true },
      estimator: { name: 'logistic-regression', params: { C: 2 } },
    });
  });

  test('may name a classifier and its hyper-parameters', () => {
    const knn = { type: 'tenfold', dataset: 'digits', estimator: 'knn', params: { nNeighbors: 1 } };
    expect(parseTaskDefinition(knn).estimator).toEqual({ name: 'knn', params: { nNeighbors: 1 } });
    const both = { type: 'tenfold', dataset: 'digits', solver: 'liblinear', params: { dual: true } };
    expect(parseTaskDefinition(both).estimator.params).toEqual({ solver: 'liblinear', dual: true });
  });

  test.each([
    [{ type: 'tenfold' }, 'dataset'],
    [{ type: 'tenfold', dataset: 'digits', solver: 'magic' }, 'solver'],
    [{ type: 'tenfold', dataset: 'digits', stratify: 'yes' }, 'stratify'],
    [{ type: 'tenfold', dataset: 'a.csv', target: 'kind', drop: 'id' }, 'drop'],
    [{ type: 'tenfold', dataset: 'digits', estimator: 'knm' }, 'did you mean knn?'],
    [{ type: 'tenfold', dataset: 'digits', estimator: 'knn', C: 1 }, 'C'],
    [{ type: 'tenfold', dataset: 'digits', params: { maxIter: 0 } }, 'maxIter must be a whole number'],
    [{ type: 'shell', dataset: 'digits' }, 'type'],
  ])('%j is refused', (definition, word) => {
    expect(() => parseTaskDefinition(definition)).toThrow(word);
  });

  test('writes lines that cannot move the cursor', () => {
    expect(plainLine('a\u001b[2Jb\r\nc\u202ed')).toBe('a\\u001b[2Jb c\\u202ed');
  });
});

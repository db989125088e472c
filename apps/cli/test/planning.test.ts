import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { planCompare } from '../src/commands/compare/plan.js';
import { planTrain } from '../src/commands/train/plan.js';
import { explain } from '../src/explain.js';
import { loadDefinitions } from '../src/options/definitions.js';
import { flagOf } from '../src/options/flag-of.js';
import {
  parseClassWeight,
  parseCount,
  parseList,
  parseNumber,
  parseRows,
  parseTestSize,
} from '../src/options/parse.js';
import { Stopped } from '../src/stopping.js';
import { wrap } from '../src/terminal/wrap.js';
import { UsageError } from '../src/usage-error.js';
import { planFitted } from '../src/shared/plan-fitted.js';

beforeAll(loadDefinitions);

describe('what is typed', () => {
  test.each([
    ['0.25', 0.25],
    ['.5', 0.5],
    ['1/7', 1 / 7],
    ['2.5/10', 0.25],
    ['0', 0],
    ['10000', 10000],
    ['1e-2', 0.01],
    ['0.0', 0],
  ])('test size %s', (text, value) => expect(parseTestSize(text)).toBe(value));

  test.each([
    '',
    '-1',
    '1.0',
    '1.5',
    '7/7',
    '1/0',
    '1/',
    '0x10',
    'Infinity',
    'NaN',
    '99999999999999999999',
    '1 / 7',
  ])('no test size: %p', (text) => expect(() => parseTestSize(text)).toThrow(UsageError));

  test('any fraction a/b below 1 is a divided by b', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (a, b) => {
        fc.pre(a < b);
        expect(parseTestSize(`${a}/${b}`)).toBe(a / b);
      }),
    );
  });

  test.each([
    ['0:10', { start: 0, end: 10 }],
    ['5:', { start: 5 }],
    [':5', { start: 0, end: 5 }],
    ['3', { start: 3, end: 4 }],
  ])('rows %s', (text, range) => expect(parseRows(text)).toEqual(range));

  test.each(['', ':', 'a', '-1', '5:5', '5:2', '1:2:3', '1.5'])('no rows: %p', (text) =>
    expect(() => parseRows(text)).toThrow(UsageError),
  );

  test('class weights', () => {
    expect(parseClassWeight('balanced')).toBe('balanced');
    expect(parseClassWeight('1=2,a=b=0.5')).toEqual({ 1: 2, 'a=b': 0.5 });
    for (const text of ['', '1', '1=', '=2', '1=x', '1=-1', '1=0', '1=Infinity']) {
      expect(() => parseClassWeight(text)).toThrow(UsageError);
    }
  });

  test('numbers, counts and lists', () => {
    expect(parseNumber('--C')('1e-4')).toBe(1e-4);
    expect(() => parseNumber('--C')(' ')).toThrow('--C must be a number, got " "');
    expect(parseCount('--count', 1)('12')).toBe(12);
    for (const text of ['0', '1.5', '1e3', ''])
      expect(() => parseCount('--count', 1)(text)).toThrow(UsageError);
    expect(parseList('--solvers')('a, b')).toEqual(['a', 'b']);
    expect(() => parseList('--solvers')('a,,b')).toThrow(UsageError);
  });
});

const common = { progress: true, color: true };

describe('plans', () => {
  test('of a training run, with the defaults', () => {
    expect(planTrain('digits', { ...common, style: 'tenfold', runDir: 'runs', run: true })).toEqual({
      job: {
        dataset: { name: 'digits' },
        split: { testSize: 0.25, randomState: 0 },
        estimator: { name: 'LogisticRegression', params: {} },
      },
      threads: undefined,
      save: undefined,
      runs: 'runs',
      heatmap: undefined,
    });
  });

  test('of a training run on MNIST', () => {
    const plan = planTrain('mnist', {
      ...common,
      ...{ style: 'seaborn', runDir: 'runs', run: false, heatmap: 'cm.svg', penalty: 'none', C: 2 },
      ...{ order: 'mldata', dataHome: 'home', mirror: ['http://a/'], testSize: 1 / 7, randomState: 3 },
    });
    expect(plan).toEqual({
      job: {
        dataset: { name: 'mnist', order: 'mldata', dataHome: 'home', mirrors: ['http://a/'] },
        split: { testSize: 1 / 7, randomState: 3 },
        estimator: { name: 'LogisticRegression', params: { penalty: null, C: 2 } },
      },
      threads: undefined,
      save: undefined,
      runs: undefined,
      heatmap: { file: 'cm.svg', style: 'seaborn' },
    });
  });

  test('of a comparison: a solver may name its multi-class mode', () => {
    const flags = { ...common, solvers: ['liblinear', 'lbfgs:ovr'], maxIter: 7 };
    const logistic = (params: object) => ({ name: 'LogisticRegression', params });
    expect(planCompare('digits', flags).comparedModels).toEqual([
      { name: 'liblinear', estimator: logistic({ solver: 'liblinear', maxIter: 7 }) },
      { name: 'lbfgs:ovr', estimator: logistic({ solver: 'lbfgs', multiClass: 'ovr', maxIter: 7 }) },
    ]);
  });

  test('of a comparison: by default the presets of logistic regression', () => {
    const { comparedModels } = planCompare('digits', common);
    expect(comparedModels.map(({ name }) => name)).toEqual(['lbfgs', 'lbfgs:ovr', 'liblinear']);
    expect(comparedModels.map(({ estimator }) => estimator.params)).toEqual([
      { solver: 'lbfgs' },
      { solver: 'lbfgs', multiClass: 'ovr' },
      { solver: 'liblinear' },
    ]);
    const { comparedModels: named } = planCompare('digits', { ...common, solvers: ['liblinear'] });
    expect(named.map(({ name }) => name)).toEqual(['liblinear']);
  });

  test('of a comparison: classifiers and presets get the parameters that they have', () => {
    const flags = { ...common, estimator: ['lbfgs', 'knn'], nNeighbors: 3, maxIter: 7 };
    expect(planCompare('digits', flags).comparedModels).toEqual([
      { name: 'lbfgs', estimator: { name: 'LogisticRegression', params: { solver: 'lbfgs', maxIter: 7 } } },
      { name: 'knn', estimator: { name: 'KNeighborsClassifier', params: { nNeighbors: 3 } } },
    ]);
    const useless = { ...common, estimator: ['knn'], maxIter: 7 };
    expect(() => planCompare('digits', useless)).toThrow('--max-iter is no parameter of knn');
    expect(() => planCompare('digits', { ...common, estimator: ['knm'] })).toThrow('did you mean knn?');
  });

  test('of an estimator: a flag of another one is refused', () => {
    const flags = { estimator: 'knn', maxIter: 7 };
    expect(() => planFitted('digits', flags)).toThrow('--max-iter is no parameter of KNeighborsClassifier');
    expect(planFitted('digits', { ...{ estimatorRandomState: 3 }, randomState: 5 })).toMatchObject({
      model: { estimator: { name: 'LogisticRegression', params: { randomState: 3 } } },
      split: { randomState: 5 },
    });
  });

  test('of a model: from its file or from hyper-parameters, not both', () => {
    expect(planFitted('digits', { model: 'm.json' })).toMatchObject({
      model: { file: 'm.json' },
      split: undefined,
    });
    const flags = { solver: 'lbfgs', threads: 2 };
    expect(planFitted('digits', flags)).toMatchObject({
      model: { estimator: { name: 'LogisticRegression', params: { solver: 'lbfgs' } } },
      split: { testSize: 0.25, randomState: 0 },
    });
    const both = { model: 'm.json', maxIter: 3 };
    expect(() => planFitted('digits', both)).toThrow('got --max-iter as well');
    expect(() => planFitted('digits', { model: 'm.json', estimator: 'knn' })).toThrow(
      'got --estimator as well',
    );
  });
});

describe('how it ends', () => {
  test('a bug is called one', () => {
    expect(explain(new TypeError('x is not a function'))).toMatchObject({ exitCode: 1, bug: true });
    expect(explain('text')).toMatchObject({ exitCode: 1, message: 'text', bug: true });
  });

  test('being stopped has no message', () => {
    expect(explain(new Stopped('stopped', 130))).toEqual({ exitCode: 130, message: '' });
  });

  test('the system says in plain words what is wrong', () => {
    const error = Object.assign(new Error('EACCES: …'), { code: 'EACCES', syscall: 'open', path: 'a/b' });
    expect(explain(error)).toEqual({ exitCode: 1, message: 'a/b: the permission is missing' });
    const other = Object.assign(new Error('EXOTIC: …'), { code: 'EXOTIC', syscall: 'open' });
    expect(explain(other)).toEqual({ exitCode: 1, message: 'EXOTIC: …' });
  });

  test('flags are named as they are typed', () => {
    expect(flagOf('maxIter')).toBe('--max-iter');
    expect(flagOf('C')).toBe('--C');
    expect(flagOf('l1Ratio')).toBe('--l1-ratio');
  });
});

describe('words', () => {
  test('wrapping loses no word and keeps to the width', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), (words) => {
        const lines = wrap(words.join(' '), 20).split('\n');
        expect(lines.join(' ')).toBe(words.join(' '));
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(20);
      }),
    );
  });
});

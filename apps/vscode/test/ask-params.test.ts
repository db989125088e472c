import { describe, expect, test } from '@jest/globals';
import {
  boolean,
  choice,
  classWeights,
  integer,
  interval,
  nullable,
  number,
  type Param,
} from '@tenfold/base';

import { choiceProblem, paramText, readParam, shortDoc } from '../src/host/training/ask/param-text.js';
import { checkedEstimator, constructible, definitions, paramsOf, viewsOf } from '../src/model/estimators.js';

type AnyParam = Param<unknown, unknown>;
const doc = 'One.';

describe('the text of a hyper-parameter', () => {
  test.each<[string, AnyParam, string, unknown]>([
    ['a number', number({ default: 1, doc }) as AnyParam, ' 0.5 ', 0.5],
    ['infinity', number({ default: 1, doc, infinite: true }) as AnyParam, 'Infinity', Infinity],
    ['a whole number', integer({ default: 1, doc }) as AnyParam, '1e3', 1000],
    ['no number', integer({ default: 1, doc }) as AnyParam, 'many', 'many'],
    ['nothing', integer({ default: 1, doc }) as AnyParam, '', ''],
    ['none', nullable(integer({ default: 1, doc })) as AnyParam, 'none', null],
    ['nothing where none is allowed', nullable(integer({ default: 1, doc })) as AnyParam, ' ', null],
    ['a truth value', boolean({ default: true, doc }) as AnyParam, 'false', false],
    ['another word', boolean({ default: true, doc }) as AnyParam, 'no', 'no'],
    ['a word', choice(['a', 'b'], { default: 'a', doc }) as AnyParam, 'b', 'b'],
    ['an interval', interval({ default: [0, 1], doc }) as AnyParam, '-1, 2.5', [-1, 2.5]],
    ['balanced weights', classWeights() as AnyParam, 'balanced', 'balanced'],
    ['weights', classWeights() as AnyParam, '{"3": 2}', { 3: 2 }],
    ['weights that are cut', classWeights() as AnyParam, '{"3"', '{"3"'],
  ])('is read as %s', (_, param, text, value) => {
    expect(readParam(param, text)).toEqual(value);
  });

  test('of every default is read back as it', () => {
    for (const definition of definitions) {
      for (const [name, param] of Object.entries(paramsOf(definition))) {
        const value = readParam(param, paramText(param.toJson(param.default)));
        expect(param.toJson(param.check('x', name, param.fromJson(value)))).toEqual(
          param.toJson(param.default),
        );
      }
    }
  });
});

describe('an answer', () => {
  test('that is out of range is refused in the words of the description', () => {
    const problem = choiceProblem({ name: 'logistic-regression', params: { C: -1 } });
    expect(problem).toMatch(/C must be a number above 0/);
    expect(choiceProblem({ name: 'logistic-regression', params: { C: 'x' } })).toMatch(/got .?x/);
  });

  test('that does not go with an earlier one is refused', () => {
    const params = { solver: 'liblinear', C: Infinity };
    expect(choiceProblem({ name: 'logistic-regression', params })).toMatch(/liblinear/);
    expect(choiceProblem({ name: 'logistic-regression', params: { C: Infinity } })).toBeUndefined();
  });
});

test('a choice is constructible from what was kept as JSON', () => {
  const kept = { name: 'logistic-regression', params: { C: 'Infinity', classWeight: null } };
  expect(constructible(kept).params).toEqual({ C: Infinity, classWeight: undefined });
});

test('what can be looked at is what the description says, and nothing of what is not known', () => {
  expect(viewsOf({ name: 'LogisticRegression' })).toEqual(['linear-weights']);
  expect(viewsOf({ name: 'KNeighborsClassifier' })).not.toContain('linear-weights');
  expect(viewsOf({ name: 'Oracle' })).toEqual([]);
});

test('a question has the beginning of a description, as far as it is whole and has room', () => {
  expect(shortDoc({ doc: 'How many `rows` vote.' })).toBe('How many rows vote');
  const long = 'and so on '.repeat(12);
  expect(shortDoc({ doc: `What a vote weighs: uniform, ${long}.` })).toBe('What a vote weighs');
  expect(shortDoc({ doc: `What it is, ${long}.` })).toBe('What it is');
  for (const definition of definitions)
    for (const param of Object.values(paramsOf(definition))) expect(shortDoc(param)).toMatch(/^.{3,90}$/);
});

test('transformers are checked as classifiers are, and constructible from what was kept', () => {
  const kept = checkedEstimator({
    name: 'knn',
    preprocess: [{ name: 'MinMaxScaler', params: { clip: true } }],
  });
  expect(kept).toEqual({
    name: 'knn',
    params: {},
    preprocess: [{ name: 'min-max-scaler', params: { clip: true } }],
  });
  expect(constructible(kept).preprocess).toEqual([{ name: 'min-max-scaler', params: { clip: true } }]);
  expect(checkedEstimator({ name: 'knn', preprocess: [] })).not.toHaveProperty('preprocess');
  expect(() => checkedEstimator({ preprocess: [{ name: 'standard-scalar' }] })).toThrow('did you mean');
  expect(() => checkedEstimator({ preprocess: [{ name: 'knn' }] })).toThrow('transformer must be one of');
  const wrong = { name: 'standard-scaler', params: { withMeen: true } };
  expect(() => checkedEstimator({ preprocess: [wrong] })).toThrow('did you mean withMean?');
});

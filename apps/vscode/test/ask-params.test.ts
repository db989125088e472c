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

import { choiceProblem, paramText, readParam } from '../src/host/training/ask/param-text.js';
import { constructible, definitions, paramsOf, viewsOf } from '../src/model/estimators.js';

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

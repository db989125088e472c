import { describe, expect, test } from '@jest/globals';
import { ParameterError } from '@tenfold/core';
import fc from 'fast-check';

import {
  boolean,
  checkParams,
  choice,
  classWeights,
  forbid,
  integer,
  interval,
  nullable,
  number,
  type Param,
  paramsFromJson,
  paramsToJson,
  type ParamTable,
  type Rule,
} from '../src/index.js';

const doc = 'What it does.';
const size = integer({ min: 1, max: 9, default: 5, doc });
const count = integer({ default: -3, doc, ask: true });
const rate = number({ above: 0, infinite: true, default: 1, doc, ask: true });
const share = number({ min: 0, max: 1, default: 0.25, doc });
const floor = number({ min: -2, default: 0, doc });
const ceiling = number({ max: 7, default: 0, doc });
const range = interval({ default: [0, 1], doc });
const flag = boolean({ default: false, doc });
const kind = choice(['uniform', 'distance'], { default: 'uniform', doc, ask: true });
const depth = nullable(integer({ min: 1, default: 4, doc }));
const limit = nullable(number({ min: 0, infinite: true, default: 4, doc }));
const classWeight = classWeights();

const kinds = { size, count, rate, share, floor, ceiling, range, flag, kind, depth, limit, classWeight };
const table = kinds as unknown as ParamTable;
const check = (options: unknown, rules: Rule<never>[] = []): Record<string, unknown> =>
  checkParams('Tree', table as never, rules, options);

describe.each(Object.entries(table))('%s', (name, param) => {
  const read = (value: unknown): unknown => param.check('Tree', name, value);

  test('accepts its default and its bounds, and no value beyond them', () => {
    expect(() => read(param.default)).not.toThrow();
    for (const value of param.bounds.accepted) expect(() => read(value)).not.toThrow();
    expect(param.bounds.refused.length).toBeGreaterThan(1);
    for (const value of param.bounds.refused) {
      expect(() => read(value)).toThrow(ParameterError);
      expect(() => read(value)).toThrow(/^Tree: \w+.* must be /);
    }
  });

  test('is the same after JSON', () => {
    for (const value of [param.default, ...param.bounds.accepted]) {
      const json: unknown = JSON.parse(JSON.stringify(param.toJson(read(value))));
      const back = param.fromJson(json);
      expect(read(back === undefined ? param.default : back)).toEqual(read(value));
    }
  });
});

test.each<[keyof typeof kinds, Partial<Param<unknown, unknown>>]>([
  ['size', { kind: 'integer', default: 5, ask: false, expected: 'a whole number from 1 to 9' }],
  ['count', { kind: 'integer', default: -3, ask: true, expected: 'a whole number', range: {} }],
  [
    'rate',
    { kind: 'number', expected: 'a number above 0, or Infinity', range: { above: 0, infinite: true } },
  ],
  [
    'share',
    { kind: 'number', expected: 'a number from 0 to 1', isNullable: false, range: { min: 0, max: 1 } },
  ],
  ['floor', { expected: 'a number of at least -2' }],
  ['ceiling', { expected: 'a number of at most 7' }],
  ['range', { kind: 'interval', default: [0, 1] }],
  ['flag', { kind: 'boolean', default: false, expected: 'true or false' }],
  [
    'kind',
    {
      kind: 'choice',
      ask: true,
      expected: 'one of uniform, distance',
      choices: ['uniform', 'distance'],
    },
  ],
  [
    'depth',
    {
      kind: 'integer',
      isNullable: true,
      default: 4,
      expected: 'a whole number of at least 1, or null for none',
    },
  ],
  ['classWeight', { kind: 'classWeight', default: undefined, isNullable: true }],
])('the description of %s says what it is', (name, description) => {
  expect(table[name]).toMatchObject(description);
});

test.each<[string, unknown, string]>([
  ['size', 0, 'Tree: size must be a whole number from 1 to 9, got 0'],
  ['size', 10, 'got 10'],
  ['size', 1.5, 'size must be a whole number from 1 to 9, got 1.5'],
  ['size', '5', 'got "5"'],
  ['size', null, 'got null'],
  ['count', 2 ** 53, 'count must be a whole number, got 9007199254740992'],
  ['count', Infinity, 'count must be a whole number, got Infinity'],
  ['rate', 0, 'rate must be a number above 0, got 0'],
  ['rate', -Infinity, 'rate must be a number above 0, got -Infinity'],
  ['rate', 'Infinity', 'rate must be a number above 0, got "Infinity"'],
  ['rate', NaN, 'got NaN'],
  ['share', 1 + 2 ** -52, 'share must be a number from 0 to 1, got 1.0000000000000002'],
  ['share', -Number.MIN_VALUE, 'got -5e-324'],
  ['share', 1n, 'got 1n'],
  ['floor', -2.5, 'floor must be a number of at least -2, got -2.5'],
  ['ceiling', 7.25, 'ceiling must be a number of at most 7, got 7.25'],
  ['range', [1, 0], 'range must be two finite numbers, the first below the second, got "1 and 0"'],
  ['range', [0, 0], 'range must be two finite numbers, the first below the second'],
  ['range', [0, 1, 2], 'got an array of 3'],
  ['range', [0, Infinity], 'range[1] must be a number, got Infinity'],
  ['range', ['0', 1], 'range[0] must be a number, got "0"'],
  ['range', Object.assign(Array<number>(2), { 1: 1 }), 'range must be two finite numbers'],
  ['range', { 0: 0, 1: 1, length: 2 }, 'range must be two finite numbers'],
  ['flag', 'false', 'flag must be true or false, got "false"'],
  ['flag', 0, 'flag must be true or false, got 0'],
  ['kind', 'distnace', 'kind must be one of uniform, distance (did you mean distance?), got "distnace"'],
  ['kind', 'x'.repeat(20), 'kind must be one of uniform, distance, got "xxxx'],
  ['kind', ['uniform'], 'got an array of 1'],
  ['kind', 'toString', 'kind must be one of uniform, distance'],
  ['depth', 0, 'depth must be a whole number of at least 1, got 0'],
  ['limit', -1, 'limit must be a number of at least 0, got -1'],
  [
    'classWeight',
    'blanced',
    'classWeight must be \'balanced\', an object or a Map from label to weight, got "blanced"',
  ],
  [
    'classWeight',
    [1, 2],
    "classWeight must be 'balanced', an object or a Map from label to weight, got an array of 2",
  ],
  ['classWeight', Float64Array.of(1), 'got a Float64Array'],
  ['classWeight', { a: -1 }, 'classWeight of a must be a number of at least 0, got -1'],
  ['classWeight', { a: '1' }, 'classWeight of a must be a number of at least 0, got "1"'],
  [
    'classWeight',
    new Map([['a', Infinity]]),
    'classWeight of a must be a number of at least 0, got Infinity',
  ],
  [
    'classWeight',
    new Map<unknown, number>([
      [1, 1],
      ['1', 2],
    ]),
    'classWeight must be one weight a label, got "1"',
  ],
])('%s refuses %p in words', (name, value, message) => {
  const read = (): unknown => check({ [name]: value });
  expect(read).toThrow(ParameterError);
  expect(read).toThrow(message);
  expect(read).toThrow(expect.objectContaining({ owner: 'Tree', kind: 'input' }));
});

describe('a table of hyper-parameters', () => {
  const defaults = {
    ...{ size: 5, count: -3, rate: 1, share: 0.25, floor: 0, ceiling: 0, range: [0, 1], flag: false },
    ...{ kind: 'uniform', depth: 4, limit: 4, classWeight: undefined },
  };

  test('fills in the defaults, also for undefined', () => {
    expect(check({})).toEqual(defaults);
    expect(check({ size: undefined, depth: undefined, kind: 'distance' })).toEqual({
      ...defaults,
      kind: 'distance',
    });
    expect(Object.keys(check({ kind: 'distance', size: 1 }))).toEqual(Object.keys(table));
  });

  test('takes null where there is none, and only there', () => {
    expect(check({ depth: null, limit: null, classWeight: null })).toEqual({
      ...defaults,
      depth: null,
      limit: null,
    });
    for (const name of ['size', 'rate', 'range', 'flag', 'kind']) {
      expect(() => check({ [name]: null })).toThrow(`${name} must be`);
    }
  });

  test.each([
    ['Size', 'size'],
    ['raet', 'rate'],
    ['classWeights', 'classWeight'],
    ['depht', 'depth'],
  ])('a name that is not known: %s, near %s', (name, near) => {
    expect(() => check({ [name]: 1 })).toThrow(ParameterError);
    expect(() => check({ [name]: 1 })).toThrow(`(did you mean ${near}?), got "${name}"`);
    expect(() => check({ [name]: undefined })).toThrow('Tree: every option must be one of size, count');
  });

  test.each([['hippopotamus'], ['__proto__'], ['constructor'], ['toString']])(
    'a name that is far from all: %s',
    (name) => {
      const options: unknown = JSON.parse(`{${JSON.stringify(name)}: 1}`);
      expect(() => check(options)).toThrow(ParameterError);
      expect(() => check(options)).toThrow(`got "${name}"`);
    },
  );

  test.each([[null], ['size'], [5], [[1]], [new Map()], [undefined]])(
    'options that are none: %p',
    (options) => {
      expect(() => check(options)).toThrow('Tree: options must be an object');
    },
  );

  test('values are read once, and settings do not change with the options', () => {
    const weights = { a: 2 };
    const settings = check({ classWeight: weights, range: [2, 3] });
    weights.a = 9;
    expect(settings.classWeight).toEqual(new Map([['a', 2]]));
    const ends = [2, 3];
    const other = check({ range: ends });
    ends[0] = 99;
    expect(other.range).toEqual([2, 3]);
  });

  test('checked settings are options again', () => {
    const settings = check({ classWeight: { b: 1, a: 0 }, depth: null, rate: Infinity, range: [-2, -1.5] });
    expect(check(settings)).toEqual(settings);
  });
});

describe('rules', () => {
  interface Pair {
    kind: 'uniform' | 'distance';
    depth: number | null;
    share: number;
  }
  const rules = [
    forbid<Pair>({ kind: 'distance', depth: null }, 'depth', 'a number with the kind distance'),
    forbid<Pair>({ share: NaN }, 'share', 'a number'),
    ({ depth: own, share: part }: Pair) =>
      own !== null && own * part > 100
        ? { param: 'share', expected: 'smaller for so deep a tree' }
        : undefined,
  ] as unknown as Rule<never>[];

  test('forbid values together, and neither alone', () => {
    expect(() => check({ kind: 'distance', depth: null }, rules)).toThrow(ParameterError);
    expect(() => check({ kind: 'distance', depth: null }, rules)).toThrow(
      'Tree: depth must be a number with the kind distance, got null',
    );
    expect(check({ kind: 'distance' }, rules)).toMatchObject({ kind: 'distance', depth: 4 });
    expect(check({ depth: null }, rules)).toMatchObject({ depth: null });
  });

  test('are functions of all settings, defaults among them', () => {
    expect(() => check({ depth: 1000 }, rules)).toThrow('share must be smaller for so deep a tree, got 0.25');
  });

  test('come after the checks of each value', () => {
    expect(() => check({ kind: 'distance', depth: null, size: 0 }, rules)).toThrow('size must be');
  });

  test('compare values as Object.is does', () => {
    const settings: Pair = { kind: 'uniform', depth: 1, share: NaN };
    expect(forbid<Pair>({ share: NaN }, 'share', 'x')(settings)).toEqual({ param: 'share', expected: 'x' });
    expect(forbid<Pair>({ share: 0 }, 'share', 'x')({ ...settings, share: -0 })).toBeUndefined();
  });
});

describe('hyper-parameters as JSON', () => {
  const weight = fc.double({ min: 0, max: 1e300, noNaN: true });
  const label = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', '', '1'));
  const any = fc.record({
    size: fc.integer({ min: 1, max: 9 }),
    count: fc.maxSafeInteger(),
    rate: fc.oneof(fc.double({ min: Number.MIN_VALUE, noNaN: true }), fc.constant(Infinity)),
    share: fc.double({ min: 0, max: 1, noNaN: true }).map((x) => x + 0),
    range: fc.tuple(fc.integer(), fc.integer({ min: 1 })).map(([low, more]) => [low, low + more]),
    flag: fc.boolean(),
    kind: fc.constantFrom('uniform', 'distance'),
    depth: fc.option(fc.integer({ min: 1 })),
    limit: fc.constantFrom(null, 0, 2.5, Infinity),
    classWeight: fc.oneof(
      fc.constantFrom(undefined, null, 'balanced'),
      fc
        .array(
          fc.tuple(
            label,
            weight.map((x) => x + 0),
          ),
        )
        .map((entries) => new Map(entries)),
    ),
  });

  test('are the same after JSON', () => {
    fc.assert(
      fc.property(any, (options) => {
        const settings = check(options);
        const json = JSON.parse(JSON.stringify(paramsToJson(table, settings))) as Record<string, unknown>;
        expect(Object.keys(json)).toEqual(Object.keys(table));
        expect(check(paramsFromJson(table, json))).toEqual(settings);
      }),
    );
  });

  test('have words for Infinity and for none', () => {
    const json = paramsToJson(table, check({ rate: Infinity, depth: null, limit: Infinity }));
    expect(json).toMatchObject({ rate: 'Infinity', depth: null, limit: 'Infinity', classWeight: null });
  });

  test('keep what is not known, to be refused by name', () => {
    const read = (json: Record<string, unknown>) => () => check(paramsFromJson(table, json));
    expect(read({ raet: 2 })).toThrow('(did you mean rate?), got "raet"');
    expect(read({ share: 'Infinity' })).toThrow('share must be a number from 0 to 1, got "Infinity"');
    expect(read({ classWeight: 3 })).toThrow("classWeight must be 'balanced'");
    expect(read(JSON.parse('{"__proto__": 3}') as Record<string, unknown>)).toThrow('got "__proto__"');
    expect(read({ constructor: 3 })).toThrow('got "constructor"');
  });
});

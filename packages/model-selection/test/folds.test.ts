import { describe, expect, test } from '@jest/globals';
import { type Labels, Matrix } from '@tenfold/linalg';
import { RandomState } from '@tenfold/random';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import {
  type CrossValidation,
  FoldError,
  foldsOf,
  KFold,
  type SplitIndices,
  SplitIndexError,
  splitterFromJson,
  splitterToJson,
  StratifiedKFold,
} from '../src/index.js';

interface GoldenCase {
  rows: number;
  n_splits: number;
  shuffle?: boolean;
  random_state?: number;
  labels: keyof typeof LABELS | null;
  digest?: string;
  splits?: number[][][] | null;
  error?: string;
}

const { cases, goingOn } = JSON.parse(
  readFileSync(new URL('golden/folds.json', import.meta.url), 'utf8'),
) as { cases: GoldenCase[]; goingOn: string[] };

const LABELS = {
  'in turn': (i: number) => i % 3,
  squares: (i: number) => i ** 2 % 10,
  sorted: (i: number, rows: number) => Math.floor((i * 4) / rows),
  'one rare class': (i: number, rows: number) => (i === rows - 2 ? 1 : 0),
  text: (i: number) => ['b', 'a', 'é', 'Z'][Math.floor((i * 7) / 3) % 4],
};

const digest = (splits: Iterable<SplitIndices>): string => {
  const hash = createHash('sha256');
  for (const { train, test: held } of splits) hash.update(train).update(held);
  return hash.digest('hex').slice(0, 16);
};

const plain = (splits: Iterable<SplitIndices>): number[][][] =>
  Array.from(splits, ({ train, test: held }) => [Array.from(train), Array.from(held)]);

function nameOf({ labels, rows, n_splits, random_state }: GoldenCase): string {
  const shuffled = random_state === undefined ? '' : `, shuffled by ${random_state}`;
  return `${labels ?? 'no labels'}: ${rows} rows in ${n_splits}${shuffled}`;
}

describe('folds are those of scikit-learn', () => {
  test.each(cases.map((golden) => [nameOf(golden), golden] as const))('%s', (_, golden) => {
    const { rows, n_splits, shuffle, random_state, labels, error } = golden;
    const options = { nSplits: n_splits, shuffle, randomState: random_state };
    const y =
      labels && (Array.from({ length: rows }, (_, i) => LABELS[labels](i, rows)) as unknown as Labels);
    const split = () =>
      y === null ? new KFold(options).split(rows) : new StratifiedKFold(options).split(rows, y);
    if (error !== undefined) {
      expect(split).toThrow(FoldError);
      return;
    }
    const splits = [...split()];
    expect(digest(splits)).toBe(golden.digest);
    if (golden.splits) expect(plain(splits)).toEqual(golden.splits);
  });

  test('a generator goes on from call to call, a seed does not', () => {
    const options = { nSplits: 4, shuffle: true, randomState: new RandomState(9) };
    const y = Array.from({ length: 40 }, (_, i) => i % 3);
    const inTurn = [new KFold(options), new StratifiedKFold(options)] as const;
    expect(goingOn.map((_, i) => digest(inTurn[i % 2].split(40, y)))).toEqual(goingOn);
    const seeded = new KFold({ ...options, randomState: 9 });
    expect(digest(seeded.split(40))).toBe(digest(seeded.split(40)));
  });
});

test('each row is held out once, and is in the training part of every other fold', () => {
  const labels = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 60 });
  fc.assert(
    fc.property(labels, fc.integer({ min: 2, max: 5 }), fc.boolean(), (y, nSplits, shuffle) => {
      for (const splitter of [new KFold({ nSplits, shuffle }), new StratifiedKFold({ nSplits, shuffle })]) {
        let splits: SplitIndices[];
        try {
          splits = foldsOf(splitter, y);
        } catch (error) {
          expect(error).toBeInstanceOf(FoldError);
          continue;
        }
        expect(splits).toHaveLength(nSplits);
        const held = splits.flatMap((split) => Array.from(split.test)).sort((a, b) => a - b);
        expect(held).toEqual(y.map((_, i) => i));
        for (const { train, test: own } of splits)
          expect([...train, ...own].sort((a, b) => a - b)).toEqual(y.map((_, i) => i));
      }
    }),
  );
});

test('stratified folds have as many rows of a class, but for one', () => {
  const y = Array.from({ length: 97 }, (_, i) => (i * i) % 7);
  const counts = foldsOf(new StratifiedKFold({ shuffle: true, randomState: 3 }), y).map(({ test: held }) => {
    const own = new Array<number>(7).fill(0);
    for (const row of held) own[y[row]]++;
    return own;
  });
  for (let k = 0; k < 7; k++) {
    const own = counts.map((count) => count[k]);
    expect(Math.max(...own) - Math.min(...own)).toBeLessThanOrEqual(1);
  }
});

test('rows are counted of whatever holds them', () => {
  const expected = plain(new KFold({ nSplits: 2 }).split(5));
  for (const X of [Matrix.zeros(5, 2), [[1], [2], [3], [4], [5]], new Float64Array(5)])
    expect(plain(new KFold({ nSplits: 2 }).split(X))).toEqual(expected);
});

describe('foldsOf', () => {
  const y = [0, 1, 0, 1, 0, 1];

  test('takes a number of stratified folds, a splitter, or splits', () => {
    const stratified = plain(new StratifiedKFold({ nSplits: 3 }).split(6, y));
    expect(plain(foldsOf(3, y))).toEqual(stratified);
    expect(plain(foldsOf(new KFold({ nSplits: 3 }), y))).toEqual(plain(new KFold({ nSplits: 3 }).split(6)));
    const pairs = [
      [
        [0, 1, 1, 2],
        [3, 4],
      ],
      [Int32Array.of(5, 4), Uint8Array.of(0)],
    ] as const;
    const expected = [
      [
        [0, 1, 1, 2],
        [3, 4],
      ],
      [[5, 4], [0]],
    ];
    expect(plain(foldsOf(pairs, y))).toEqual(expected);
    expect(plain(foldsOf(new Set(pairs), y))).toEqual(expected);
    expect(plain(foldsOf(foldsOf(pairs, y), y))).toEqual(expected);
  });

  test.each<[string, unknown, object]>([
    ['one fold', 1, { parameter: 'cv' }],
    ['half a fold', 2.5, { parameter: 'cv' }],
    ['text', 'kfold', { parameter: 'cv' }],
    ['nothing', null, { parameter: 'cv' }],
    ['no split', [], { parameter: 'cv' }],
    ['a split of one part', [[[0, 1]]], { parameter: 'cv[0]' }],
    ['parts that are numbers', [[1, 2]], { parameter: 'cv[0]' }],
    ['no splitter', {}, { parameter: 'cv' }],
    ['more folds than rows of any class', 4, { nSplits: 4, most: 3 }],
    ['more folds than rows', new KFold({ nSplits: 7 }), { nSplits: 7, most: 6 }],
    ['an empty part', [[[0, 1], []]], { split: 0, part: 'test' }],
    [
      'a row beyond the last',
      [
        [[0, 1], [2]],
        [[6], [0]],
      ],
      { split: 1, part: 'train' },
    ],
    ['a negative row', [[[0, 1], [-1]]], { split: 0, part: 'test' }],
    ['half a row', [[[0.5], [1]]], { split: 0, part: 'train' }],
  ])('refuses %s', (_, cv, fields) => {
    expect(() => foldsOf(cv as CrossValidation, y, 'Here')).toThrow(expect.objectContaining(fields));
  });
});

describe('splitters refuse', () => {
  test.each<[string, () => unknown, string]>([
    ['a seed without shuffle', () => new KFold({ randomState: 1 }), 'randomState'],
    ['a bad seed', () => new KFold({ shuffle: true, randomState: -1 }), 'seed'],
    ['a single fold', () => new StratifiedKFold({ nSplits: 1 }), 'nSplits'],
    ['a misspelt option', () => new KFold({ nsplits: 3 } as object), 'nSplits'],
    ['text for rows', () => new KFold().split('many' as unknown as number), 'X'],
    ['half a row', () => new KFold().split(9.5), 'number of rows'],
    [
      'labels that are none',
      () => new StratifiedKFold().split(2 * 5, [...Array<number>(9).fill(1), NaN]),
      'y[9]',
    ],
    ['other numbers of labels', () => new StratifiedKFold().split(10, [1, 2]), 'as many labels'],
  ])('%s', (_, call, words) => {
    expect(call).toThrow(words);
  });

  test('a split that is listed wrongly, by a class of its own', () => {
    expect(() => foldsOf([[[0], [9]]], [0, 1])).toThrow(SplitIndexError);
  });
});

test('splitters are plain values and back, unless their folds differ from call to call', () => {
  for (const splitter of [
    new KFold({ nSplits: 3 }),
    new StratifiedKFold({ nSplits: 4, shuffle: true, randomState: 7 }),
  ]) {
    const json: unknown = JSON.parse(JSON.stringify(splitterToJson(splitter)));
    expect(splitterFromJson(json)).toEqual(splitter);
  }
  expect(splitterToJson(new KFold({ shuffle: true, randomState: new RandomState(1) }))).toBeUndefined();
  expect(splitterToJson({ nSplits: 1, split: () => [] })).toBeUndefined();
  for (const value of [3, null, {}, { kind: 'constructor' }, [[[0], [1]]]])
    expect(splitterFromJson(value)).toBeUndefined();
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { DatasetFacts } from '../../src/protocol/values.js';
import type { TestedRun } from '../../src/protocol/webviews/digits.js';
import {
  ALL,
  asksModel,
  digitsOf,
  type DigitsFilter,
  guessOf,
  labelOf,
  shownRows,
} from '../../src/webviews/digits/digits-view.js';
import { firstState, keptState } from '../../src/webviews/digits/state.js';
import { cleanLabel } from '../../src/webviews/shared/clean-label.js';
import { probabilityBars } from '../../src/webviews/shared/probability-bars-rows.js';

const facts: DatasetFacts = {
  name: 'some',
  rows: 8,
  columns: 64,
  imageShape: [8, 8],
  maximum: 16,
  classes: ['cat', 'dog', 'eel'],
};
const codes = Uint16Array.of(0, 1, 2, 0, 1, 2, 0, 1);
/** The model knows its classes in an order of its own. */
const run: TestedRun = {
  name: 'a run',
  isHeldOut: true,
  evaluation: {
    facts,
    classes: ['eel', 'dog', 'cat'],
    rows: Uint32Array.of(6, 1, 2, 7, 3),
    trainRows: Uint32Array.of(0, 4, 5),
    actual: Uint16Array.of(2, 1, 0, 1, 2),
    predicted: Uint16Array.of(2, 2, 0, 1, 1),
    top: Uint16Array.of(2, 1, 2, 1, 0, 1, 1, 2, 1, 2),
    probabilities: Float32Array.of(0.5, 0.25, 0.75, 0.25, 0.875, 0.125, 0.5, 0.5, 1, 0),
    reading: {},
  },
};
const digits = digitsOf(facts, codes, run);
const alone = digitsOf(facts, codes, null);
const rowsOf = (filter: Partial<DigitsFilter>, of = digits): number[] => [
  ...shownRows(of, { ...ALL, ...filter }),
];

describe('which digits are shown', () => {
  test('all, as they lie in the data set', () => expect(rowsOf({})).toEqual([0, 1, 2, 3, 4, 5, 6, 7]));

  test('by label', () => {
    expect(rowsOf({ actual: 'cat' })).toEqual([0, 3, 6]);
    expect(rowsOf({ actual: 'eel' })).toEqual([2, 5]);
    expect(rowsOf({ actual: 'cow' })).toEqual([]);
  });

  test('by what the model was tested on', () => {
    expect(rowsOf({ testedOnly: true })).toEqual([1, 2, 3, 6, 7]);
  });

  test('by what they were taken for', () => {
    expect(rowsOf({ predicted: 'cat' })).toEqual([1, 6]);
    expect(rowsOf({ predicted: 'cat', actual: 'dog' })).toEqual([1]);
  });

  test('misclassified, and recognised', () => {
    expect(rowsOf({ outcome: 'wrong' })).toEqual([1, 3]);
    expect(rowsOf({ outcome: 'right' })).toEqual([2, 6, 7]);
    expect(rowsOf({ outcome: 'wrong', actual: 'cat' })).toEqual([3]);
  });

  test('the least sure first; of those that are as sure, the first of the data set', () => {
    expect(rowsOf({ order: 'least-sure' })).toEqual([6, 7, 1, 2, 3]);
    expect(rowsOf({ order: 'most-sure' })).toEqual([3, 2, 1, 6, 7]);
  });

  test('without a model, what asks for one changes nothing', () => {
    expect(rowsOf({ outcome: 'wrong', order: 'least-sure', testedOnly: true }, alone)).toHaveLength(8);
    expect(rowsOf({ outcome: 'wrong', actual: 'dog' }, alone)).toEqual([1, 4, 7]);
  });

  test.each<[Partial<DigitsFilter>, boolean]>([
    [{}, false],
    [{ actual: 'cat' }, false],
    [{ predicted: 'cat' }, true],
    [{ outcome: 'right' }, true],
    [{ order: 'most-sure' }, true],
    [{ testedOnly: true }, true],
  ])('whether %p asks the model: %p', (filter, asks) => expect(asksModel({ ...ALL, ...filter })).toBe(asks));

  test('right and wrong are what was tested, and every label’s rows are all rows', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.boolean()), { maxLength: 60 }), (made) => {
        const tested = made.flatMap(([, , isTested], row) => (isTested ? [row] : []));
        const some = digitsOf(
          { ...facts, rows: made.length },
          Uint16Array.from(made, ([actual]) => actual),
          {
            ...run,
            evaluation: {
              ...run.evaluation,
              classes: facts.classes,
              rows: Uint32Array.from(tested),
              actual: Uint16Array.from(tested, (row) => made[row][0]),
              predicted: Uint16Array.from(tested, (row) => made[row][1]),
              top: Uint16Array.from(tested, (row) => made[row][1]),
              probabilities: new Float32Array(tested.length).fill(0.5),
            },
          },
        );
        const sorted = (...filters: Partial<DigitsFilter>[]): number[] =>
          filters.flatMap((filter) => rowsOf(filter, some)).sort((a, b) => a - b);
        expect(sorted({ outcome: 'right' }, { outcome: 'wrong' })).toEqual(tested);
        expect(sorted({ order: 'least-sure' })).toEqual(tested);
        expect(sorted(...facts.classes.map((label) => ({ predicted: String(label) })))).toEqual(tested);
        expect(sorted(...facts.classes.map((label) => ({ actual: String(label) })))).toHaveLength(
          made.length,
        );
      }),
    );
  });
});

describe('what the model says of a row', () => {
  test('the class by the model’s own numbers, and how sure it was', () => {
    expect(guessOf(digits, 6)).toEqual({ label: 'cat', probability: 0.5, isRight: true });
    expect(guessOf(digits, 1)).toEqual({ label: 'cat', probability: 0.75, isRight: false });
    expect(guessOf(digits, 0)).toBeUndefined();
    expect(guessOf(alone, 1)).toBeUndefined();
  });

  test('rows that the data set does not have are passed over', () => {
    const evaluation = { ...run.evaluation, rows: Uint32Array.of(6, 1, 2, 4_000_000_000, 3) };
    const odd = digitsOf(facts, codes, { ...run, evaluation });
    expect(rowsOf({ testedOnly: true }, odd)).toEqual([1, 2, 3, 6]);
    expect(odd.places).toHaveLength(8);
  });

  test('a class that the data set does not have', () => {
    expect(labelOf({ ...digits, codes: Uint16Array.of(9) }, 0)).toBe('?');
  });
});

describe('the bars of the classes', () => {
  test('few classes stand in their order, of many the best come first', () => {
    expect(probabilityBars([3, 1], [0.25, 0.75])).toEqual([
      { number: 0, label: '3', probability: 0.25 },
      { number: 1, label: '1', probability: 0.75 },
    ]);
    expect(probabilityBars(['a'], undefined)).toEqual([{ number: 0, label: 'a', probability: 0 }]);
    const many = Array.from({ length: 100 }, (_, i) => i);
    const bars = probabilityBars(many, many);
    expect(bars.map(({ number }) => number)).toEqual(many.slice(-12).reverse());
  });
});

describe('what the page keeps', () => {
  const first = firstState(8, true);

  test('at first the images are about as large, whatever their own size', () => {
    expect([8, 16, 28, 100, 1].map((side) => firstState(side, false).tile)).toEqual([48, 48, 56, 32, 48]);
    expect(first.filter.testedOnly).toBe(true);
    expect(firstState(8, false).filter).toEqual(ALL);
  });

  test('nothing was kept', () => expect(keptState(undefined, first)).toBe(first));

  test('all of it was kept', () => {
    const state = {
      ...first,
      tile: 90,
      row: 77,
      above: 310.5,
      isTable: true,
      filter: { ...ALL, actual: '8' },
    };
    const kept: unknown = JSON.parse(JSON.stringify(state));
    expect(keptState(kept as typeof state, first)).toEqual(state);
  });

  test('what an older version did not keep is as at first', () => {
    expect(keptState({ row: 5 }, first)).toEqual({ ...first, row: 5 });
    const partly = { filter: { actual: '8' } } as unknown as Parameters<typeof keptState>[0];
    expect(keptState(partly, first).filter).toEqual({ ...first.filter, actual: '8' });
  });
});

describe('hostile names', () => {
  const rightToLeft = '\u202e';

  test('cannot turn the direction of what stands beside them', () => {
    expect(cleanLabel(`${rightToLeft}gnp.exe`)).toBe('\ufffdgnp.exe');
    const controls = '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\0\x1b\x7f\x9f';
    expect(cleanLabel(controls)).toBe('\ufffd'.repeat(controls.length));
  });

  test('stay text in one line', () => {
    expect(cleanLabel('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>');
    expect(cleanLabel('a\n\tb\r\n\u2028c')).toBe('a b c');
  });

  test('that nothing is drawn for have words', () => {
    for (const label of ['', ' ', '\n', '\u2029\t']) expect(cleanLabel(label)).toBe('(empty)');
    expect(cleanLabel('\u200b\ufeff')).toBe('\ufffd\ufffd');
    expect(cleanLabel(0)).toBe('0');
  });

  test('however long, are cut before they are drawn', () => {
    const long = cleanLabel('🙂'.repeat(10_000));
    expect(long.length).toBeLessThanOrEqual(200);
    expect(long.endsWith('…')).toBe(true);
    expect(long).not.toMatch(/\p{Cs}/u);
    expect(cleanLabel('x'.repeat(200))).toBe('x'.repeat(200));
  });

  test('are clean whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (label) => {
        const clean = cleanLabel(label);
        expect(clean.trim()).not.toBe('');
        expect(clean).not.toMatch(/[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u);
        expect(cleanLabel(clean)).toBe(clean);
      }),
    );
  });

  test('are shown clean, and filtered by as they are', () => {
    const hostile = digitsOf({ ...facts, classes: [`${rightToLeft}a`, `${rightToLeft}b`, ''] }, codes, null);
    expect(labelOf(hostile, 0)).toBe('\ufffda');
    expect(labelOf(hostile, 2)).toBe('(empty)');
    expect(rowsOf({ actual: `${rightToLeft}b` }, hostile)).toEqual([1, 4, 7]);
  });
});

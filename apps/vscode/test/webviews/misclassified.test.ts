import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { mistakesOf } from '../../src/host/panels/mistakes.js';
import type { Evaluation } from '../../src/protocol/training.js';
import type { Mistakes } from '../../src/protocol/webviews/misclassified.js';
import { countedLabels, mistakeAt, shownMistakes } from '../../src/webviews/misclassified/mistakes-view.js';

const evaluation: Evaluation = {
  facts: { name: 'x', rows: 100, columns: 4, imageShape: [2, 2], maximum: 16, classes: [1, 2, 7] },
  classes: [1, 2, 7],
  rows: Uint32Array.of(30, 50, 8, 9, 11),
  trainRows: Uint32Array.of(1, 2),
  actual: Uint16Array.of(0, 0, 1, 2, 2),
  predicted: Uint16Array.of(1, 0, 2, 1, 0),
  top: Uint16Array.of(1, 0, 2, 0, 1, 2, 2, 1, 0, 1, 2, 0, 0, 2, 1),
  probabilities: Float32Array.of(
    ...[0.5, 0.375, 0.125],
    ...[1, 0, 0],
    ...[0.75, 0.125, 0.125],
    ...[0.5, 0.5, 0],
    ...[0.875, 0.0625, 0.0625],
  ),
  reading: {},
};
const mistakes: Mistakes = { name: 'a run', isHeldOut: true, views: [], ...mistakesOf(evaluation) };
const rowsOf = (actual: string, predicted: string): number[] =>
  [...shownMistakes(mistakes, { actual, predicted })].map((place) => mistakes.rows[place]);

describe('the mistakes of a model', () => {
  test('the surest first; of those that are as sure, the first of the data set', () => {
    expect([...mistakes.rows]).toEqual([11, 8, 9, 30]);
    expect([...mistakes.actual]).toEqual([2, 1, 2, 0]);
    expect([...mistakes.predicted]).toEqual([0, 2, 1, 1]);
    expect(mistakes.tested).toBe(5);
  });

  test('each has the classes that were most probable', () => {
    expect(mistakeAt(mistakes, 0)).toEqual({
      row: 11,
      actual: '7',
      predicted: '1',
      guesses: [
        { label: '1', probability: 0.875, isActual: false },
        { label: '7', probability: 0.0625, isActual: true },
        { label: '2', probability: 0.0625, isActual: false },
      ],
    });
  });

  test('of one label, of one prediction, of both', () => {
    expect(rowsOf('', '')).toEqual([11, 8, 9, 30]);
    expect(rowsOf('7', '')).toEqual([11, 9]);
    expect(rowsOf('', '2')).toEqual([9, 30]);
    expect(rowsOf('7', '2')).toEqual([9]);
    expect(rowsOf('2', '2')).toEqual([]);
  });

  test('labels are counted in the order of the classes', () => {
    expect(countedLabels(mistakes.classes, mistakes.actual)).toEqual([
      ['1', '1', 1],
      ['2', '2', 1],
      ['7', '7', 2],
    ]);
    expect(countedLabels(mistakes.classes, new Uint16Array())).toEqual([]);
  });

  test('labels are shown without control characters and compared as they are', () => {
    const classes = ['<b>\u202e', '<b>\u202d', ''];
    const hostile = { ...mistakes, classes };
    expect(countedLabels(classes, mistakes.actual)).toEqual([
      ['<b>\u202e', '<b>\ufffd', 1],
      ['<b>\u202d', '<b>\ufffd', 1],
      ['', '(empty)', 2],
    ]);
    expect([...shownMistakes(hostile, { actual: '<b>\u202d', predicted: '' })]).toEqual([1]);
    expect(mistakeAt(hostile, 0)).toMatchObject({ actual: '(empty)', predicted: '<b>\ufffd' });
  });

  test('none of a model that makes none, or that was tested on nothing', () => {
    const right = mistakesOf({ ...evaluation, predicted: evaluation.actual });
    expect([right.rows.length, right.top.length, right.tested]).toEqual([0, 0, 5]);
    const nothing = mistakesOf({
      ...evaluation,
      rows: new Uint32Array(),
      actual: new Uint16Array(),
      predicted: new Uint16Array(),
      top: new Uint16Array(),
      probabilities: new Float32Array(),
    });
    expect([nothing.rows.length, nothing.probabilities?.length, nothing.tested]).toEqual([0, 0, 0]);
    expect([...shownMistakes({ ...mistakes, ...nothing }, { actual: '', predicted: '' })]).toEqual([]);
  });

  test('are those rows and no others, each with its own probabilities', () => {
    const one = fc.record({ actual: fc.nat(2), predicted: fc.nat(2), sure: fc.integer({ min: 4, max: 10 }) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 80 }), (made) => {
        const found = mistakesOf({
          ...evaluation,
          rows: Uint32Array.from(made.keys(), (i) => 1000 - i),
          actual: Uint16Array.from(made, ({ actual }) => actual),
          predicted: Uint16Array.from(made, ({ predicted }) => predicted),
          top: Uint16Array.from(
            made.flatMap(({ predicted }) => [predicted, (predicted + 1) % 3, (predicted + 2) % 3]),
          ),
          probabilities: Float32Array.from(made.flatMap(({ sure }) => [sure / 10, 1 - sure / 10, 0])),
        });
        const wrong = made.flatMap(({ actual, predicted }, i) => (actual === predicted ? [] : [1000 - i]));
        expect([...found.rows].sort((a, b) => b - a)).toEqual(wrong);
        found.rows.forEach((row, place) => {
          const { sure, predicted } = made[1000 - row];
          expect(found.probabilities?.[3 * place]).toBeCloseTo(sure / 10, 6);
          expect([found.top[3 * place], found.predicted[place]]).toEqual([predicted, predicted]);
          if (place > 0)
            expect(found.probabilities?.[3 * place]).toBeLessThanOrEqual(
              found.probabilities?.[3 * place - 3] ?? NaN,
            );
        });
      }),
    );
  });
});

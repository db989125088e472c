import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { ComparedRow } from '../../src/protocol/webviews/comparison.js';
import { layOutScatter } from '../../src/webviews/comparison/scatter-layout.js';
import { sortBy, sortRows } from '../../src/webviews/comparison/sort-rows.js';
import { cellImages } from '../../src/webviews/confusion-matrix/cell-image.js';
import { curvesOf } from '../../src/webviews/shared/chart/curve-series.js';
import { nearestPoint } from '../../src/webviews/shared/chart/nearest.js';
import { makeScale, percentDigits } from '../../src/webviews/shared/chart/scale.js';

const range = [0, 100] as const;

describe('a scale', () => {
  test('marks round values', () => {
    const { ticks, place } = makeScale({ values: [0.13, 0.97], range, ticks: 5, isNice: true });
    expect(ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(place(0.5)).toBeCloseTo(50);
  });

  test('marks powers of ten when it is logarithmic', () => {
    const { ticks, place, isLog } = makeScale({ values: [0.001, 1000], range, ticks: 8, isLog: true });
    expect(isLog).toBe(true);
    expect(ticks).toEqual([0.001, 0.01, 0.1, 1, 10, 100, 1000]);
    expect(place(1)).toBeCloseTo(50);
  });

  test('marks some multiples of powers of ten where there are few powers, and not all powers where there are many', () => {
    const marks = (...values: number[]) => makeScale({ values, range, ticks: 6, isLog: true }).ticks;
    expect(marks(0.2, 3)).toEqual([0.2, 0.3, 0.4, 0.5, 1, 2, 3]);
    expect(marks(1, 1.1)).toEqual([1, 1.02, 1.04, 1.06, 1.08, 1.1]);
    expect(marks(1e-9, 1e9)).toEqual([1e-8, 1e-6, 1e-4, 1e-2, 1, 1e2, 1e4, 1e6, 1e8]);
  });

  test('is linear after all where a value is 0', () => {
    expect(makeScale({ values: [0, 10], range, ticks: 5, isLog: true }).isLog).toBe(false);
  });

  test('of shares marks none above 1, also of one value alone', () => {
    const scale = (...values: number[]) =>
      makeScale({ values, range, ticks: 5, isNice: true, bounds: [0, 1] }).ticks;
    expect(scale(0.924)).toEqual([0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    expect(scale(1)).toEqual([0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    expect(scale(0)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(scale(0.91, 0.97)).toEqual([0.91, 0.92, 0.93, 0.94, 0.95, 0.96, 0.97]);
  });

  test('holds every value, whatever they are', () => {
    const value = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), fc.boolean(), fc.boolean(), (values, isLog, isNice) => {
        const { place, ticks } = makeScale({ values, range, ticks: 5, isLog, isNice });
        for (const one of values) {
          const at = place(one);
          expect(at >= -1e-6 && at <= 100 + 1e-6).toBe(true);
        }
        expect(ticks.length).toBeLessThan(40);
        expect(ticks.every(Number.isFinite)).toBe(true);
      }),
    );
  });

  test('writes shares with as many decimals as its steps have', () => {
    expect(percentDigits([0.95, 0.96])).toBe(1);
    expect(percentDigits([0.952, 0.9525])).toBe(2);
    expect(percentDigits([0.9511, 0.9515])).toBe(2);
    expect(percentDigits([0.95, 0.95])).toBe(6);
    expect(percentDigits([])).toBe(1);
  });
});

describe('a chart', () => {
  test('finds the nearest point as a slow search does', () => {
    const xs = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 });
    fc.assert(
      fc.property(xs, fc.integer({ min: -1100, max: 1100 }), (values, x) => {
        const points = values.sort((a, b) => a - b).map((value) => [value, 0] as const);
        const least = Math.min(...values.map((value) => Math.abs(value - x)));
        expect(Math.abs(points[nearestPoint(points, x)][0] - x)).toBe(least);
      }),
    );
    expect(nearestPoint([], 1)).toBe(-1);
  });

  test('sorts the points of several problems into lines', () => {
    const point = (problem: number, iteration: number, accuracy?: number) => ({
      problem,
      iteration,
      figures: { loss: 1 / iteration, gradNorm: 2 },
      seconds: 0.1,
      ...(accuracy !== undefined && { accuracy }),
    });
    const own = [
      { name: 'loss', label: 'loss', scale: 'linear' },
      { name: 'gradNorm', label: 'gradient norm', scale: 'logarithmic' },
    ] as const;
    const all = [point(0, 1), point(1, 1, 0.5), point(0, 2), point(7, 1)];
    const { figures, accuracy } = curvesOf(all, 2, own);
    expect(figures.map(({ title, isLog }) => [title, isLog])).toEqual([
      ['Loss', false],
      ['Gradient norm', true],
    ]);
    expect(figures[0].series.map(({ points }) => points)).toEqual([
      [
        [1, 1],
        [2, 0.5],
      ],
      [[1, 1]],
    ]);
    expect(accuracy).toEqual([{ name: 'Held-out accuracy', points: [[1, 0.5]] }]);
    // The model's accuracy goes by the problem that is furthest, and in one iteration the last look counts.
    const looks = [point(0, 1, 0.1), point(1, 1, 0.2), point(0, 2, 0.3), point(1, 2), point(1, 1, 0.4)];
    expect(curvesOf(looks, 2, own).accuracy.map(({ points }) => points)).toEqual([
      [
        [1, 0.2],
        [2, 0.4],
      ],
    ]);
    expect(curvesOf([point(0, 1)], 1, own).accuracy).toEqual([]);
  });
});

const row = (key: string, seconds: number | null, accuracy: number | null): ComparedRow => ({
  key,
  name: key,
  state: 'done',
  note: '',
  dataset: 'digits',
  estimator: 'lbfgs',
  seconds,
  accuracy,
  iterations: 1,
  converged: true,
  run: key,
});

describe('a comparison', () => {
  const rows = [
    row('b', 2, 0.9),
    row('a', null, null),
    row('c', 0.1, 0.95),
    row('run 10', 1, 1),
    row('run 9', 1, 1),
  ];

  test('sorts numbers and names, and keeps those without a value last', () => {
    const keys = (column: 'name' | 'seconds' | 'accuracy', isDescending: boolean): string =>
      sortRows(rows, { column, isDescending })
        .map(({ key }) => key)
        .join();
    expect(keys('seconds', false)).toBe('c,run 10,run 9,b,a');
    expect(keys('accuracy', true)).toBe('run 10,run 9,c,b,a');
    expect(keys('name', false)).toBe('a,b,c,run 9,run 10');
  });

  test('begins with the best, and turns round at the second click', () => {
    const first = sortBy({ column: 'name', isDescending: false }, 'accuracy');
    expect(first).toEqual({ column: 'accuracy', isDescending: true });
    expect(sortBy(first, 'accuracy').isDescending).toBe(false);
  });

  test('has a dot for each row that has figures, inside the picture', () => {
    const { dots } = layOutScatter([...rows, row('run 8', 1, 1), row('instant', 0, 0.5)], 600, 340);
    expect(dots.map(({ row: { key } }) => key)).toEqual(['run 10', 'run 9', 'run 8', 'c', 'b', 'instant']);
    expect(dots.filter(({ isNamed }) => !isNamed).map(({ row: { key } }) => key)).toEqual(['run 8']);
    for (const { x, y } of dots) expect(x >= 0 && x <= 600 && y >= 0 && y <= 340).toBe(true);
    expect(layOutScatter([], 600, 340).dots).toEqual([]);
    expect(layOutScatter([row('one', 1, 0.9)], 0, 340).dots).toHaveLength(1);
  });
});

test('the images of a cell are taken apart', () => {
  const images = cellImages({
    shape: [1, 2],
    page: { rows: Uint32Array.of(7, 9), pixels: Uint8Array.of(1, 2, 3, 4) },
    classes: ['x', 'y'],
    top: Uint16Array.of(1, 0, 0, 1),
    probabilities: Float32Array.of(0.75, 0.25, 0.5, 0.5),
  });
  expect(images.map(({ row: number, pixels }) => [number, ...pixels])).toEqual([
    [7, 1, 2],
    [9, 3, 4],
  ]);
  expect(images[0].guesses).toEqual([
    { label: 'y', probability: 0.75 },
    { label: 'x', probability: 0.25 },
  ]);
});

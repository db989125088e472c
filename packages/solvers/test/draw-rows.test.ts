import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { drawRows } from '../src/preconditioners/draw-rows.js';

const weightsAndMost = fc.record({
  weights: fc
    .array(fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 100, noNaN: true })), {
      minLength: 1,
      maxLength: 60,
    })
    .filter((weights) => weights.some((weight) => weight > 0)),
  most: fc.integer({ min: 1, max: 80 }),
});

/** How often each row was drawn. */
function timesDrawn(rows: Uint32Array, length: number): number[] {
  const times = new Array<number>(length).fill(0);
  for (const row of rows) times[row]++;
  return times;
}

describe('drawing rows by weight', () => {
  test('draws as many as are asked for, in the order of the rows', () => {
    fc.assert(
      fc.property(weightsAndMost, ({ weights, most }) => {
        const rows = drawRows(Float64Array.from(weights), most);
        expect(rows).toHaveLength(most);
        expect([...rows]).toEqual([...rows].sort((a, b) => a - b));
        expect(rows.at(-1)).toBeLessThan(weights.length);
      }),
    );
  });

  test('draws a row of weight w one time in each step of the weights: ⌊w/step⌋ or ⌈w/step⌉ times', () => {
    fc.assert(
      fc.property(weightsAndMost, ({ weights, most }) => {
        const rows = drawRows(Float64Array.from(weights), most);
        const step = weights.reduce((sum, weight) => sum + weight, 0) / rows.length;
        timesDrawn(rows, weights.length).forEach((times, i) => {
          const share = weights[i] / step;
          // Running sums may be off by rounding where a share is all but a whole number.
          expect(times).toBeGreaterThanOrEqual(Math.floor(share - 1e-9));
          expect(times).toBeLessThanOrEqual(Math.ceil(share + 1e-9));
        });
      }),
    );
  });

  test('draws every row once when all weigh alike, and evenly spaced ones when fewer are wanted', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        (rows, weight) => {
          const all = drawRows(new Float64Array(rows).fill(weight), rows);
          expect([...all]).toEqual([...all.keys()]);
        },
      ),
    );
    expect([...drawRows(new Float64Array(9).fill(2), 3)]).toEqual([1, 4, 7]);
  });

  test('never draws a row of no weight, were it the last', () => {
    fc.assert(
      fc.property(weightsAndMost, ({ weights, most }) => {
        for (const row of drawRows(Float64Array.from([...weights, 0]), most)) {
          expect([...weights, 0][row]).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('a row of nearly all the weight is drawn nearly always', () => {
    const weights = Float64Array.of(1e-6, 1, 1e-6, 1e-6);
    expect([...drawRows(weights, 4)]).toEqual([1, 1, 1, 1]);
  });

  test('is the same each time', () => {
    const weights = Float64Array.from({ length: 300 }, (_, i) => Math.abs(Math.sin(i)));
    expect(drawRows(weights, 70)).toEqual(drawRows(weights, 70));
  });
});

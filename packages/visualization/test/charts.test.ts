import { describe, expect, test } from '@jest/globals';
import { ParameterError, ShapeError } from '@tenfold/core';
import fc from 'fast-check';

import { coefficientPath, rocPlot, solverComparison, toSvg, trainingCurve } from '../src/index.js';
import { clippedMarks } from './support/scene-checks.js';

const curve = { name: 'cat', fpr: [0, 0.5, 1], tpr: [0, 1, 1] };

describe('rocPlot', () => {
  test('draws curves as before', () => {
    const average = { ...curve, name: 'macro average', auc: 0.7512, isAverage: true };
    expect(toSvg(rocPlot([curve, { ...curve, name: 2, tpr: [0, 0.5, 1] }, average]))).toMatchSnapshot();
  });

  test('computes the area where none is given', () => {
    expect(rocPlot([curve]).table.rows).toEqual([['cat', '0.750000']]);
    expect(rocPlot([{ ...curve, fpr: Float64Array.from(curve.fpr) }]).table.rows).toEqual([
      ['cat', '0.750000'],
    ]);
  });

  test.each([1, 2, 10, 30])('clips nothing with %p curves', (count) => {
    const curves = Array.from({ length: count }, (_, index) => ({
      ...curve,
      name: `a class named ${index}`,
    }));
    expect(clippedMarks(rocPlot(curves))).toEqual([]);
  });

  test('refuses no curve, rates outside 0 to 1 and rates that differ in number', () => {
    expect(() => rocPlot([])).toThrow(ParameterError);
    expect(() => rocPlot([{ ...curve, tpr: [0, 2, 1] }])).toThrow('curves[0].tpr[1]');
    expect(() => rocPlot([{ ...curve, tpr: [0, 1] }])).toThrow(ShapeError);
  });
});

describe('trainingCurve', () => {
  test('draws one run as before', () => {
    const points = [2.3, 1.1, 0.6, 0.4].map((loss, iteration) => ({ iteration, loss }));
    expect(toSvg(trainingCurve(points))).toMatchSnapshot();
  });

  test('clips nothing and says the first and the last loss', () => {
    const losses = fc.array(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.array(losses, { minLength: 1, maxLength: 5 }), (runs) => {
        const series = runs.map((run, index) => ({
          name: `run ${index}`,
          points: run.map((loss, iteration) => ({ iteration, loss })),
        }));
        expect(clippedMarks(trainingCurve(series))).toEqual([]);
      }),
      { numRuns: 40 },
    );
    expect(trainingCurve([{ iteration: 1, loss: 0.5 }]).desc).toBe(
      'Loss: from 0.5 at iteration 1 to 0.5 at iteration 1.',
    );
  });

  test.each([[5e-324], [1e300, -1e300], [1, 1 + 2 ** -52], [1e-250, 0]])(
    'shows losses of %p',
    (...losses) => {
      const scene = trainingCurve(losses.map((loss, iteration) => ({ iteration, loss })));
      expect(clippedMarks(scene)).toEqual([]);
      expect(toSvg(scene)).not.toContain('NaN');
    },
  );

  test('refuses no point and a loss that is no number', () => {
    expect(() => trainingCurve([])).toThrow(ParameterError);
    expect(() => trainingCurve([{ name: 'empty', points: [] }])).toThrow(ParameterError);
    expect(() => trainingCurve([{ iteration: 0, loss: NaN }])).toThrow('points[0].loss');
  });
});

describe('solverComparison', () => {
  const rows = [
    { solver: 'liblinear', seconds: 2893.1, accuracy: 0.9145 },
    { solver: 'lbfgs', seconds: 52.86, accuracy: 0.9134 },
  ];

  test('draws two solvers as before', () => {
    expect(toSvg(solverComparison(rows))).toMatchSnapshot();
  });

  test('bars are as long as the times', () => {
    const bars = solverComparison(rows).marks.flatMap((mark) =>
      mark.kind === 'rect' && mark.radius === 2 ? [mark.width] : [],
    );
    expect(bars[0] / bars[1]).toBeCloseTo(2893.1 / 52.86);
  });

  test('clips nothing', () => {
    const row = fc.record({
      solver: fc.string({ maxLength: 40 }),
      seconds: fc.double({ noNaN: true, min: 0, max: 1e5 }),
      accuracy: fc.double({ noNaN: true, min: 0, max: 1 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (results) => {
        expect(clippedMarks(solverComparison(results))).toEqual([]);
      }),
    );
  });

  test('refuses no row, a negative time and an accuracy above 1', () => {
    expect(() => solverComparison([])).toThrow(ParameterError);
    expect(() => solverComparison([{ ...rows[0], seconds: -1 }])).toThrow('rows[0].seconds');
    expect(() => solverComparison([{ ...rows[0], accuracy: 91 }])).toThrow('rows[0].accuracy');
  });
});

describe('coefficientPath', () => {
  const Cs = [0.01, 0.1, 1, 10];

  test('draws lines over log10 C, and names them', () => {
    const scene = coefficientPath(Cs, [
      { name: 'height', values: [0, 0, 0.5, 1.25] },
      { name: 'weight', values: Float64Array.of(0, -0.25, -0.5, 0) },
    ]);
    expect(toSvg(scene)).toMatchSnapshot();
    expect(scene.desc).toBe('height: 1.25 at C 10. weight: 0 at C 10.');
    expect(scene.table.rows[3]).toEqual(['height', '10', '1.25']);
  });

  test('of many it names those that reach furthest', () => {
    const lines = Array.from({ length: 700 }, (_, j) => ({
      name: `pixel ${j}`,
      values: Cs.map((_, i) => (i * ((j * 37) % 700)) / 100),
    }));
    const scene = coefficientPath(Cs, lines, { title: 'digits' });
    expect(clippedMarks(scene)).toEqual([]);
    expect(scene.table.rows).toHaveLength(40);
    expect(scene.table.rows[0][0]).toBe(`pixel ${lines.findIndex((_, j) => (j * 37) % 700 === 699)}`);
    expect(toSvg(scene)).toContain('690 others');
    expect(scene.desc).toContain('And 690 more.');
    expect(toSvg(scene).length).toBeLessThan(200_000);
  });

  test('shows what any numbers give', () => {
    const values = fc.array(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 30 }), (lines) => {
        const scene = coefficientPath(
          [1e-300, 1, 1e300],
          lines.map((own, index) => ({ name: index, values: own })),
        );
        expect(clippedMarks(scene)).toEqual([]);
        expect(toSvg(scene)).not.toContain('NaN');
      }),
      { numRuns: 40 },
    );
    expect(clippedMarks(coefficientPath([1], [{ name: 'one', values: [0] }]))).toEqual([]);
  });

  test('refuses no line, other numbers of values, and Cs that do not ascend', () => {
    const line = { name: 'a', values: [1, 2] };
    expect(() => coefficientPath([1, 2], [])).toThrow(ParameterError);
    expect(() => coefficientPath([1, 2, 3], [line])).toThrow(ShapeError);
    expect(() => coefficientPath([2, 1], [line])).toThrow('Cs[1] must be above 2, ascending');
    expect(() => coefficientPath([0, 1], [line])).toThrow('Cs[0] must be above 0');
    expect(() => coefficientPath([1, 2], [{ name: 'a', values: [1, NaN] }])).toThrow('series[0].values[1]');
    expect(() => coefficientPath([1, 2], [line], { ytitle: '' } as never)).toThrow('yTitle?');
  });
});

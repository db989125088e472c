import { describe, expect, test } from '@jest/globals';
import { ParameterError } from '@tenfold/core';
import { referenceBackend, toDesignMatrix } from '@tenfold/linalg';

import { trainMultinomialSaga } from '../src/index.js';
import { surePromise } from '../src/saga/optimality.js';
import { RowSampler } from '../src/saga/row-sampler.js';
import { squaresOf } from '../src/saga/row-sizes.js';
import { planSteps } from '../src/saga/step-plan.js';

describe('rows are drawn', () => {
  test('as often as they weigh, and the same with the same seed', () => {
    const rows = Uint32Array.of(3, 5, 8, 9);
    const weights = Float64Array.of(0.1, 1, 2.9, 4);
    const counts = new Map<number, number>();
    const sampler = new RowSampler(rows, weights, 7);
    const first = sampler.draw();
    expect(new RowSampler(rows, weights, 7).draw()).toEqual(first);
    expect(sampler.draw()).not.toEqual(first);
    const passes = 20_000;
    for (let pass = 0; pass < passes; pass++)
      for (const row of sampler.draw()) counts.set(row, (counts.get(row) ?? 0) + 1);
    for (const [place, row] of rows.entries()) {
      expect((counts.get(row) ?? 0) / (4 * passes)).toBeCloseTo(weights[place] / 8, 2);
    }
  });

  test('never when they weigh nothing, with corrections that make steps unbiased', async () => {
    const design = toDesignMatrix([[1], [200], [0], [-3]], { owner: 'the test' });
    const squares = await squaresOf(design, undefined, undefined);
    expect([...squares.rows, ...squares.columns]).toEqual([1, 40_000, 0, 9, 40_010 / 4]);
    const weights = Float64Array.of(1, 1, 0, 2);
    const plan = planSteps({ squares, weights, fitIntercept: true, l2: 1, seed: 0 });
    expect([...plan.rows]).toEqual([0, 1, 3]);
    expect(plan.corrections[2]).toBe(0);
    // The probabilities, which are in the corrections, add up to 1.
    const probabilities = [0, 1, 3].map((row) => 1 / (3 * (plan.corrections[row] + 1 / 3)));
    expect(probabilities.reduce((sum, p) => sum + p)).toBeCloseTo(1, 12);
  });
});

describe('the promise of a single parameter', () => {
  const at = (x: number, slope: number, l1: number): number =>
    surePromise({ x: Float64Array.of(x), gradient: Float64Array.of(slope), penalised: 1, l1 }, () => 2);

  test('is what a parabola of the most curvature gains', () => {
    expect(at(1, 3, 0)).toBeCloseTo(9 / 4, 12);
    expect(at(0, 3, 1)).toBeCloseTo(4 / 4, 12);
    expect(at(0, 0.5, 1)).toBe(0);
    // To 0 and no further: 0.1·(3 + 1) - 0.1².
    expect(at(0.1, 3, 1)).toBeCloseTo(0.39, 12);
  });
});

describe('trainMultinomialSaga', () => {
  const task = {
    design: toDesignMatrix([[0], [1], [2], [3]], { owner: 'the test' }),
    targets: Int32Array.of(0, 1, 2, 1),
    classes: 3,
    l2: 1,
    fitIntercept: true,
    backend: referenceBackend,
  };

  test('refuses an L1 penalty without corrections', async () => {
    await expect(trainMultinomialSaga({ ...task, method: 'sag', l1: 1 })).rejects.toThrow(ParameterError);
  });

  test('goes the same way in plain loops', async () => {
    const { x, converged } = await trainMultinomialSaga({
      ...task,
      method: 'saga',
      tol: 1e-10,
      maxIter: 5000,
    });
    expect(converged).toBe(true);
    expect(x.reduce((sum, w) => sum + w, 0)).toBeCloseTo(0, 9);
  });

  test('says that cells are too large for a step', async () => {
    const design = toDesignMatrix([[1e160], [-1e160], [1e150], [0]], { owner: 'the test' });
    const { converged, message, x } = await trainMultinomialSaga({ ...task, design, method: 'saga' });
    expect({ converged, message, x: [...x] }).toEqual({
      converged: false,
      message: 'cells are too large for a step: scale the features',
      x: new Array(6).fill(0),
    });
  });
});

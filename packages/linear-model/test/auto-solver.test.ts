import { describe, expect, test } from '@jest/globals';

import { LogisticRegression, type LogisticRegressionOptions } from '../src/index.js';
import { threeGroups, twoGroups } from './data.js';

const EXACT = { tol: 1e-9, maxIter: 10_000 } as const;

function fit(X: number[][], y: number[], options: LogisticRegressionOptions): Promise<LogisticRegression> {
  return new LogisticRegression({ ...EXACT, ...options }).fit(X, y);
}

describe("solver 'auto'", () => {
  test('is lbfgs, bit for bit, where the penalty is smooth', async () => {
    const { X, y } = threeGroups();
    for (const options of [{ C: 0.1 }, { penalty: null, tol: 1e-3 }, { multiClass: 'ovr' as const }]) {
      const chosen = await fit(X, y, { solver: 'auto', ...options });
      expect(chosen.coef).toEqual((await fit(X, y, options)).coef);
      expect(chosen.solverUsed.name).toBe('lbfgs');
      expect(chosen.solverUsed.reason).toContain('smooth');
    }
  });

  test.each<[string, LogisticRegressionOptions]>([
    ['l1', { penalty: 'l1', C: 0.3 }],
    ['elastic net', { l1Ratio: 0.4, C: 0.3 }],
    ['l1, each class against the rest', { penalty: 'l1', C: 0.3, multiClass: 'ovr' }],
    ['l1, weighted classes', { penalty: 'l1', C: 0.3, classWeight: { 1: 3 }, fitIntercept: false }],
  ])('finds saga’s optimum with coordinate descent: %s', async (_, options) => {
    for (const { X, y } of [threeGroups(), twoGroups()]) {
      const chosen = await fit(X, y, { solver: 'auto', ...options });
      const saga = await fit(X, y, { solver: 'saga', ...options });
      expect(chosen.converged).toBe(true);
      expect(chosen.objective).toBeLessThanOrEqual(saga.objective * (1 + 1e-9));
      expect(saga.objective).toBeLessThanOrEqual(chosen.objective * (1 + 1e-6));
      expect(chosen.certificate).toBeLessThan(1e-5 * chosen.objective);
      expect(chosen.solverUsed.name).toBe('coordinate-descent');
    }
  });

  test('reports its iterations, stops when told, and begins where it ended', async () => {
    const { X, y } = threeGroups();
    const losses: number[] = [];
    const model = new LogisticRegression({ ...EXACT, solver: 'auto', penalty: 'l1', warmStart: true });
    await model.fit(X, y, { onIteration: ({ figures }) => void losses.push(figures.loss) });
    expect(losses.length).toBe(model.nIter[0]);
    expect(losses.at(-1)).toBeLessThan(losses[0]);
    await model.fit(X, y);
    expect(model.nIter[0]).toBeLessThanOrEqual(1);
    const stopped = await new LogisticRegression({ ...EXACT, solver: 'auto', penalty: 'l1' }).fit(X, y, {
      onIteration: () => false,
    });
    expect([stopped.nIter[0], stopped.converged]).toEqual([1, false]);
  });

  test('says of a solver that was asked for that it was', async () => {
    const { X, y } = twoGroups();
    const model = await fit(X, y, { solver: 'liblinear', tol: 1e-4 });
    expect(model.solverUsed).toEqual({ name: 'liblinear', reason: 'it was asked for' });
    expect(LogisticRegression.fromJSON(model.toJSON()).solverUsed.name).toBe('liblinear');
  });
});

import { describe, expect, test } from '@jest/globals';

import { LogisticRegression } from '../src/index.js';

/** Sixty rows of two features, which the first of them parts, and one large cell. */
function withOutlier(value: number): { X: number[][]; y: number[] } {
  const X = Array.from({ length: 60 }, (_, i) => [Math.sin(7 * i), Math.cos(3 * i)]);
  const y = X.map(([x]) => (x > 0 ? 1 : 0));
  X[17][1] = value;
  return { X, y };
}

/** Two small features of whole numbers, noisy classes, and one large cell. */
function hanging(rows: number, row: number): { X: number[][]; y: number[] } {
  const X = Array.from({ length: rows }, (_, i) => [(i % 7) - 3, (i % 5) - 2]);
  const y = X.map(([a, b], i) => (a + b + (i % 3) - 1 > 0 ? 1 : 0));
  X[row][1] = 1e15;
  return { X, y };
}

describe('one cell that is larger than all others', () => {
  test.each([1e4, 1e6, 1e8, 1e10, 1e12])('of %p does no harm', async (value) => {
    const { X, y } = withOutlier(value);
    const [ours, plain] = await Promise.all(
      (['auto', 'none'] as const).map((preconditioner) =>
        new LogisticRegression({ preconditioner }).fit(X, y),
      ),
    );
    const allowed = ours.converged ? 1e-9 : 1e-6;
    expect(ours.objective).toBeLessThanOrEqual(plain.objective * (1 + allowed));
    expect(ours.score(X, y)).toBeGreaterThan(0.95);
  });

  test.each([1e6, 1e10, 1e15, 1e30, 1e150])(
    'of %p with a preconditioner: what says that it has converged is at the optimum',
    async (value) => {
      const { X, y } = withOutlier(value);
      const model = await new LogisticRegression({ preconditioner: 'gram' }).fit(X, y);
      const plain = await new LogisticRegression({ preconditioner: 'none' }).fit(X, y);
      expect(Number.isFinite(model.objective)).toBe(true);
      if (model.converged) expect(model.objective).toBeLessThanOrEqual(plain.objective * (1 + 1e-6));
    },
  );

  test.each([
    [3500, 3, { preconditioner: 'gram' }],
    [131_100, 7, {}],
  ] as const)('does not keep liblinear busy for ever: %i rows', async (rows, row, options) => {
    const { X, y } = hanging(rows, row);
    let steps = 0;
    const model = await new LogisticRegression({ solver: 'liblinear', ...options }).fit(X, y, {
      onIteration: () => {
        steps++;
      },
    });
    expect(steps).toBeLessThanOrEqual(100);
    expect(model.objective).toBeLessThan(rows * Math.LN2);
    expect(model.score(X, y)).toBeGreaterThan(0.4);
  });

  test.each([1e150, 1e200, 1e300])(
    'liblinear ends where squares overflow, %p, and does not claim more',
    async (value) => {
      const { X, y } = withOutlier(value);
      const model = await new LogisticRegression({ solver: 'liblinear' }).fit(X, y);
      expect(Number.isFinite(model.objective)).toBe(true);
      if (!Number.isFinite(value * value)) expect(model.converged).toBe(false);
    },
  );
});

test('missing cells written as 1e20 do not end in a false convergence', async () => {
  const X = Array.from({ length: 40 }, (_, i) => [i % 10 === 0 ? 1e20 : 11 + (i % 7), 3 + (i % 6)]);
  const y = X.map((_, i) => (i % 2 === 0 ? 'dry' : 'wet'));
  const model = await new LogisticRegression().fit(X, y);
  const plain = await new LogisticRegression({ preconditioner: 'none' }).fit(X, y);
  expect(model.objective).toBeLessThanOrEqual(plain.objective);
  if (model.converged) expect(model.certificate).toBeLessThan(1e-3 * model.objective);
});

test('with more columns than rows there is no preconditioner, and an abort is answered', async () => {
  const X = Array.from({ length: 60 }, (_, i) =>
    Float64Array.from({ length: 3000 }, (_, j) => Math.sin(i * j + j)),
  );
  const y = X.map((_, i) => i % 3);
  const plain = await new LogisticRegression({ preconditioner: 'none' }).fit(X, y);
  for (const preconditioner of ['auto', 'gram'] as const) {
    const model = await new LogisticRegression({ preconditioner }).fit(X, y);
    expect(model.coef).toEqual(plain.coef);
  }
  const abort = new AbortController();
  setImmediate(() => abort.abort(new Error('enough')));
  await expect(new LogisticRegression({ tol: 0 }).fit(X, y, { signal: abort.signal })).rejects.toThrow(
    'enough',
  );
});

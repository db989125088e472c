import { describe, expect, test } from '@jest/globals';
import { CsrMatrix, Matrix } from '@tenfold/linalg';
import fc from 'fast-check';

import { LogisticRegression, type LogisticRegressionOptions } from '../src/index.js';
import { threeGroups } from './data.js';
import { scaledProblem } from './scaled-problems.js';

const TIGHT = { tol: 1e-11, maxIter: 20_000 } as const;

function weightsOf({ coef, intercept }: LogisticRegression): number[] {
  return [...coef.to1DArray(), ...intercept];
}

function largestDifference(a: number[], b: number[]): number {
  return Math.max(...a.map((value, i) => Math.abs(value - b[i]))) / Math.max(...b.map(Math.abs));
}

describe.each(['sag', 'saga'] as const)('%s', (solver) => {
  const { X, y } = threeGroups(90);

  test.each<LogisticRegressionOptions>([
    {},
    { C: 0.01 },
    { fitIntercept: false },
    { multiClass: 'ovr' },
    { multiClass: 'ovr', classWeight: 'balanced' },
    { classWeight: { 0: 3, 2: 0.5 } },
  ])('finds what lbfgs finds: %j', async (options) => {
    const sampleWeight = Float64Array.from(y, (_, i) => 0.5 + (i % 4));
    const expected = await new LogisticRegression({ ...options, tol: 1e-12, maxIter: 1000 }).fit(X, y, {
      sampleWeight,
    });
    const actual = await new LogisticRegression({ ...options, ...TIGHT, solver }).fit(X, y, { sampleWeight });
    expect(actual.converged).toBe(true);
    expect(largestDifference(weightsOf(actual), weightsOf(expected))).toBeLessThan(1e-6);
    expect(actual.certificate).toBeGreaterThanOrEqual(0);
    expect(actual.certificate).toBeLessThan(1e-6 * actual.objective);
  });

  test('takes a row of weight 0 as absent, to the bit, and one of weight 2 as two', async () => {
    const fit = async (rows: number[], sampleWeight?: number[]): Promise<number[]> =>
      weightsOf(
        await new LogisticRegression({ ...TIGHT, solver }).fit(
          rows.map((i) => X[i]),
          rows.map((i) => y[i]),
          { sampleWeight },
        ),
      );
    const all = y.map((_, i) => i);
    const without = await fit(all.slice(9));
    const absent = await fit(
      all,
      all.map((i) => (i < 9 ? 0 : 1)),
    );
    expect(absent).toEqual(without);
    const twice = await fit([...all, ...all.slice(0, 9)]);
    const heavy = await fit(
      all,
      all.map((i) => (i < 9 ? 2 : 1)),
    );
    expect(largestDifference(heavy, twice)).toBeLessThan(1e-7);
  });

  test('begins from the fit before with warmStart', async () => {
    const model = new LogisticRegression({ solver, warmStart: true, tol: 1e-6, maxIter: 5000 });
    await model.fit(X, y);
    const first = model.nIter[0];
    await model.fit(X, y);
    expect(model.nIter[0]).toBeLessThan(first / 4);
  });

  test('tells of each pass, stops when told to, and steps alike whether it tells or not', async () => {
    const losses: number[] = [];
    const options = { solver, maxIter: 12, tol: 0 } as const;
    const told = await new LogisticRegression(options).fit(X, y, {
      onIteration: ({ figures }) => {
        losses.push(figures.loss);
      },
    });
    expect(losses).toHaveLength(12);
    const quiet = await new LogisticRegression(options).fit(X, y);
    expect(weightsOf(told)).toEqual(weightsOf(quiet));
    const stopped = await new LogisticRegression(options).fit(X, y, {
      onIteration: ({ iteration }) => iteration < 3,
    });
    expect([stopped.nIter, stopped.converged]).toEqual([[3], false]);
  });

  test('hears a signal', async () => {
    const abort = new AbortController();
    const reason = new Error('enough');
    const model = new LogisticRegression({ solver, tol: 0, maxIter: 1_000_000 });
    setTimeout(() => {
      abort.abort(reason);
    }, 50);
    await expect(model.fit(X, y, { signal: abort.signal })).rejects.toBe(reason);
  });

  test('is never a number that is none, never endless, and never converged far from the optimum', async () => {
    for (let seed = 0; seed < 60; seed++) {
      const { kind, X: rows, y: labels, options, sampleWeight } = scaledProblem(seed);
      const model = await new LogisticRegression({ ...options, solver, maxIter: 60 }).fit(rows, labels, {
        sampleWeight,
      });
      expect({ kind, finite: weightsOf(model).every(Number.isFinite) }).toEqual({ kind, finite: true });
      if (!model.converged) continue;
      const best = await new LogisticRegression({ ...options, maxIter: 3000, tol: 1e-9 }).fit(rows, labels, {
        sampleWeight,
      });
      expect({ kind, seed, excess: model.objective <= best.objective * 1.05 }).toEqual({
        kind,
        seed,
        excess: true,
      });
    }
  });
});

describe('saga with an L1 penalty', () => {
  test('meets the optimality conditions, whatever the rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 10_000 }),
        fc.constantFrom(0.3, 1),
        fc.constantFrom('ovr', 'auto'),
        async (seed, l1Ratio, multiClass) => {
          const rows = sparseRows(seed);
          const labels = rows.map((row, i) =>
            i < 3 ? i : Math.round(Math.abs(row[0] + row[1] - row[2])) % 3,
          );
          const options = { solver: 'saga', C: 0.5, l1Ratio, multiClass, ...TIGHT } as const;
          const model = await new LogisticRegression(options).fit(rows, labels);
          expect(model.converged).toBe(true);
          const violation = largestViolation(model, rows, labels, options);
          expect(violation).toBeLessThan(1e-6);
          expect(model.certificate).toBeLessThan(1e-5 * model.objective);
          const sparse = await new LogisticRegression(options).fit(
            CsrMatrix.fromDense(new Matrix(rows)),
            labels,
          );
          expect(weightsOf(sparse)).toEqual(weightsOf(model));
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('the certificate of saga', () => {
  test('is never less than what is missing, however early it ends', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 10_000 }),
        fc.constantFrom(0, 0.4, 1),
        fc.constantFrom('ovr', 'auto'),
        fc.boolean(),
        fc.constantFrom(1, 3, 20),
        async (seed, l1Ratio, multiClass, fitIntercept, maxIter) => {
          const rows = sparseRows(seed);
          const labels = rows.map((row, i) =>
            i < 3 ? i : Math.round(Math.abs(row[0] + row[1] - row[2])) % 3,
          );
          const options = { solver: 'saga', C: 2, l1Ratio, multiClass, fitIntercept } as const;
          const best = await new LogisticRegression({ ...options, ...TIGHT }).fit(rows, labels);
          const early = await new LogisticRegression({ ...options, maxIter }).fit(rows, labels);
          const missing = early.objective - best.objective;
          expect(early.certificate).toBeGreaterThanOrEqual(missing - 1e-9 * best.objective);
          expect(best.certificate).toBeLessThan(1e-4 * best.objective);
        },
      ),
      { numRuns: 40 },
    );
  });
});

/** Small rows with many zeros. */
function sparseRows(seed: number): number[][] {
  let state = seed + 1;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: 40 }, () =>
    Array.from({ length: 6 }, () => (next() < 0.5 ? 0 : Math.round(40 * (next() - 0.5)) / 10)),
  );
}

/** How far the derivatives of C·Σ loss are from those of the penalty, for each weight and intercept. */
function largestViolation(
  model: LogisticRegression,
  rows: number[][],
  labels: number[],
  { C, l1Ratio, multiClass }: { C: number; l1Ratio: number; multiClass: string },
): number {
  const classes = [0, 1, 2];
  const coef = model.coef.to2DArray();
  const residuals = rows.map((row, i) => {
    const scores = coef.map((own, k) => own.reduce((sum, w, j) => sum + w * row[j], model.intercept[k]));
    const sum = scores.reduce((total, score) => total + Math.exp(score), 0);
    return classes.map((k) => {
      const p = multiClass === 'ovr' ? 1 / (1 + Math.exp(-scores[k])) : Math.exp(scores[k]) / sum;
      return p - (labels[i] === k ? 1 : 0);
    });
  });
  let largest = 0;
  for (const k of classes) {
    const intercept = residuals.reduce((sum, r) => sum + r[k], 0);
    largest = Math.max(largest, Math.abs(intercept) * C);
    for (const [j, w] of coef[k].entries()) {
      const slope = C * residuals.reduce((sum, r, i) => sum + r[k] * rows[i][j], 0) + (1 - l1Ratio) * w;
      const distance =
        w === 0 ? Math.max(0, Math.abs(slope) - l1Ratio) : Math.abs(slope + Math.sign(w) * l1Ratio);
      largest = Math.max(largest, distance);
    }
  }
  return largest;
}

import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import { ByteMatrix, CsrMatrix, type FeatureMatrix, Matrix } from '@tenfold/linalg';

import { LogisticRegression, type LogisticRegressionOptions } from '../src/index.js';

interface GoldenModel {
  multiClass: 'auto' | 'ovr';
  /** null is infinite. */
  C: number | null;
  fitIntercept: boolean;
  weighted: boolean;
  /** Of the answers of scikit-learn's own two solvers. */
  difference: number;
  coef: number[][];
  intercept: number[];
  proba: number[][];
}

interface GoldenSet {
  name: string;
  X: number[][];
  y: number[];
  /** What the columns of X are multiplied by. */
  scales: number[];
  models: GoldenModel[];
}

const { sets } = JSON.parse(readFileSync(new URL('golden/newton.json', import.meta.url), 'utf8')) as {
  sets: GoldenSet[];
};

const SOLVERS = ['newton-cg', 'newton-cholesky'] as const;
const PRECONDITIONERS = ['auto', 'none', 'gram'] as const;

function optionsOf({ multiClass, C, fitIntercept }: GoldenModel): LogisticRegressionOptions {
  return { multiClass, C: C ?? Infinity, fitIntercept, tol: 1e-10, maxIter: 1000 };
}

/** The ways in which rows can be given. */
function storages({ X, scales }: GoldenSet): [string, FeatureMatrix][] {
  const scaled = X.map((row) => row.map((x, j) => x * scales[j]));
  const bytes = new ByteMatrix(X.length, scales.length, Uint8Array.from(X.flat()));
  const cells = scaled.map((row) => row.flatMap((x, j) => (x === 0 ? [] : [[j, x] as const])));
  const isPlain = scales.every((scale) => scale === 1);
  return [
    ['dense', new Matrix(scaled)],
    ['CSR', CsrMatrix.fromRows(cells, scales.length)],
    ...(isPlain ? [['bytes', bytes] as [string, FeatureMatrix]] : []),
  ];
}

/** The largest difference, relative to the largest entry. */
function relativeDifference(actual: number[], expected: number[]): number {
  const scale = Math.max(...expected.map(Math.abs));
  return Math.max(...actual.map((value, i) => Math.abs(value - expected[i]))) / scale;
}

describe.each(sets.map((set) => [set.name, set] as const))('%s', (_name, set) => {
  const { scales } = set;
  const sampleWeight = set.y.map((_, i) => 0.5 + (i % 3));
  const firstRows = set.X.slice(0, 5).map((row) => row.map((x, j) => x * scales[j]));
  /** In units of the columns, in which all coefficients are of one size. */
  const inUnits = (coef: number[][]): number[] => coef.flatMap((row) => row.map((w, j) => w * scales[j]));

  describe.each(storages(set))('%s', (_storage, X) => {
    test.each(SOLVERS)('%s has the answers of scikit-learn', async (solver) => {
      for (const golden of set.models) {
        // Plain conjugate gradients do as badly as scikit-learn's where columns differ too much.
        const isHard = golden.difference > 1e-7;
        const fair = PRECONDITIONERS.filter((one) => !isHard || one !== 'none' || solver !== 'newton-cg');
        for (const preconditioner of fair) {
          const options = { ...optionsOf(golden), solver, preconditioner };
          const model = new LogisticRegression(options);
          await model.fit(X, set.y, { sampleWeight: golden.weighted ? sampleWeight : undefined });
          const actual = [...inUnits(model.coef.to2DArray()), ...model.intercept];
          const expected = [...inUnits(golden.coef), ...golden.intercept];
          const probabilities = model.predictProba(firstRows).to1DArray();
          // What is compared names the model when it fails.
          expect({
            ...options,
            weighted: golden.weighted,
            coefficients: relativeDifference(actual, expected) < 1e-6,
            probabilities: relativeDifference(probabilities, golden.proba.flat()) < 1e-6,
            converged: model.converged,
          }).toEqual({
            ...options,
            weighted: golden.weighted,
            coefficients: true,
            probabilities: true,
            converged: true,
          });
        }
      }
    });
  });
});

describe.each(SOLVERS)('%s', (solver) => {
  const [{ X, y }] = sets.filter(({ name }) => name === 'three classes');

  test('begins with warmStart where the fit before ended, as far as one step from another optimum', async () => {
    for (const multiClass of ['multinomial', 'ovr'] as const) {
      const options = { solver, multiClass, tol: 1e-8 };
      const cold = await new LogisticRegression({ ...options, C: 1.01 }).fit(X, y);
      const warm = await new LogisticRegression({ ...options, warmStart: true }).fit(X, y);
      await warm.setParams({ C: 1.01 }).fit(X, y);
      expect(relativeDifference(warm.coef.to1DArray(), cold.coef.to1DArray())).toBeLessThan(1e-6);
      warm.nIter.forEach((nIter, k) => expect(nIter).toBeLessThan(cold.nIter[k]));
    }
  });

  test('says of classes that can be separated that there is no optimum without a penalty', async () => {
    const model = new LogisticRegression({ solver, penalty: null });
    await model.fit([[1], [2], [5], [6], [9], [10]], [0, 0, 1, 1, 2, 2]);
    expect(model.converged).toBe(false);
    expect(model.warnings[0].message).toContain('the classes are separable');
    expect(model.predict([[1.5], [9.5]])).toEqual([0, 2]);
  });

  test('gives the same bits on one thread and on two', async () => {
    const hashOf = async (threads: number) => {
      const model = await new LogisticRegression({ solver }).fit(X, y, { threads });
      return [...model.coef.to1DArray(), ...model.intercept];
    };
    expect(await hashOf(2)).toEqual(await hashOf(1));
  });

  test('tells of every step, and stops when it is told to', async () => {
    const told: number[] = [];
    const model = new LogisticRegression({ solver, tol: 1e-10 });
    await model.fit(X, y, {
      onIteration: ({ iteration, figures }) => {
        told.push(figures.loss);
        return iteration < 3;
      },
    });
    expect(told).toHaveLength(3);
    expect(told).toEqual(told.toSorted((a, b) => b - a));
    expect(model.converged).toBe(false);
  });
});

test('newton-cholesky refuses a Hessian that is too large, and says what to use', async () => {
  const cells = [[[0, 1]], [[1, 1]], [[19_999, 1]]] as const;
  const model = new LogisticRegression({ solver: 'newton-cholesky' });
  const fitted = model.fit(CsrMatrix.fromRows(cells, 20_000), [0, 1, 2]);
  await expect(fitted).rejects.toThrow('use newton-cg or lbfgs');
});

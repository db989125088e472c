import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import { LabelMismatchError } from '@tenfold/base';
import { ParameterError, ShapeError } from '@tenfold/core';
import { CsrMatrix } from '@tenfold/linalg';

import {
  type InferenceOptions,
  logisticInference,
  LogisticRegression,
  type LogisticRegressionOptions,
  SingularInformationError,
} from '../src/index.js';

interface Golden {
  name: string;
  X: number[][];
  y: number[];
  fitIntercept: boolean;
  covariance: 'observed' | 'sandwich';
  level: number;
  coef: number[];
  stdErr: number[];
  z: number[];
  pValue: number[];
  intervals: [number, number][];
  logLikelihood: number;
  nullLogLikelihood?: number;
  pseudoRSquared?: number;
  likelihoodRatio?: number;
  likelihoodRatioPValue?: number;
  aic?: number;
  bic?: number;
}

const { cases } = JSON.parse(readFileSync(new URL('golden/inference.json', import.meta.url), 'utf8')) as {
  cases: Golden[];
};

const EXACT = { penalty: null, solver: 'newton-cg', tol: 1e-13, maxIter: 1000 } as const;

function fit(
  X: number[][],
  y: number[],
  options: LogisticRegressionOptions = {},
): Promise<LogisticRegression> {
  return new LogisticRegression({ ...EXACT, ...options }).fit(X, y);
}

/** The largest difference, as a share of the larger number; values of less than `floor` count as that. */
function difference(found: readonly number[], expected: readonly number[], floor = 1e-300): number {
  expect(found).toHaveLength(expected.length);
  return found.reduce((most, value, i) => {
    const size = Math.max(Math.abs(value), Math.abs(expected[i]), floor);
    return Math.max(most, Math.abs(value - expected[i]) / size);
  }, 0);
}

describe.each(
  cases.map((one) => [`${one.name}, ${one.covariance}, intercept ${one.fitIntercept}`, one] as const),
)('statsmodels finds the same: %s', (_, { X, y, fitIntercept, covariance, level, ...golden }) => {
  test('errors, tests and intervals', async () => {
    const model = await fit(X, y, { fitIntercept });
    const found = await logisticInference(model, X, y, { covariance, level });
    const all = (part: (one: (typeof found.coefficients)[number]) => number): number[] =>
      found.coefficients.map(part);
    expect(
      difference(
        all(({ coef }) => coef),
        golden.coef,
      ),
    ).toBeLessThan(1e-6);
    expect(
      difference(
        all(({ stdErr }) => stdErr),
        golden.stdErr,
      ),
    ).toBeLessThan(1e-6);
    expect(
      difference(
        all(({ z }) => z),
        golden.z,
      ),
    ).toBeLessThan(1e-6);
    expect(
      difference(
        all(({ pValue }) => pValue),
        golden.pValue,
        1e-12,
      ),
    ).toBeLessThan(1e-4);
    const bounds = found.coefficients.flatMap(({ confidenceInterval }) => [...confidenceInterval]);
    const widest = Math.max(...golden.stdErr);
    expect(difference(bounds, golden.intervals.flat(), widest / 1e6)).toBeLessThan(1e-4);
  });

  test('likelihoods and criteria', async () => {
    const found = await logisticInference(await fit(X, y, { fitIntercept }), X, y);
    expect(difference([found.logLikelihood], [golden.logLikelihood])).toBeLessThan(1e-9);
    if (golden.nullLogLikelihood === undefined) return;
    const names = ['nullLogLikelihood', 'pseudoRSquared', 'likelihoodRatio', 'aic', 'bic'] as const;
    for (const name of names) expect(difference([found[name]], [golden[name] ?? NaN])).toBeLessThan(1e-8);
    expect(
      difference([found.likelihoodRatioPValue], [golden.likelihoodRatioPValue ?? NaN], 1e-290),
    ).toBeLessThan(1e-6);
  });
});

const { X, y } = cases[0];

test('a row that counts twice is two rows, and sparse rows are rows', async () => {
  const weights = X.map((_, i) => 1 + (i % 3));
  const model = await new LogisticRegression(EXACT).fit(X, y, { sampleWeight: weights });
  const weighted = await logisticInference(model, X, y, { sampleWeight: weights });
  const repeat = <T>(values: T[]): T[] => values.flatMap((value, i) => new Array<T>(weights[i]).fill(value));
  const repeated = await logisticInference(model, repeat(X), repeat(y));
  expect(difference([...weighted.covariance], [...repeated.covariance])).toBeLessThan(1e-9);
  expect(difference([weighted.bic], [repeated.bic])).toBeLessThan(1e-12);
  const sparse = await logisticInference(model, CsrMatrix.fromDense(X), y, { sampleWeight: weights });
  expect(sparse.covariance).toEqual(weighted.covariance);
});

test('the bootstrap comes near the observed information, and gives the same each time', async () => {
  const model = await fit(X, y, { tol: 1e-8 });
  const bootstrap: InferenceOptions = { covariance: 'bootstrap', nResamples: 100, randomState: 3 };
  const [first, second] = [
    await logisticInference(model, X, y, bootstrap),
    await logisticInference(model, X, y, bootstrap),
  ];
  expect(first.covariance).toEqual(second.covariance);
  const observed = await logisticInference(model, X, y);
  for (const [j, { stdErr }] of first.coefficients.entries()) {
    expect(stdErr / observed.coefficients[j].stdErr).toBeGreaterThan(0.6);
    expect(stdErr / observed.coefficients[j].stdErr).toBeLessThan(1.8);
  }
});

test('classes that a plane separates are said to be', async () => {
  const rows = [[1], [2], [3], [7], [8], [9]];
  const labels = ['low', 'low', 'low', 'top', 'top', 'top'];
  const model = await new LogisticRegression({ penalty: null, maxIter: 20, tol: 1e-3 }).fit(rows, labels);
  const found = await logisticInference(model, rows, labels);
  expect(found.isSeparated).toBe(true);
  expect(found.summary()).toContain('The classes are separated');
  expect((await logisticInference(await fit(X, y), X, y)).isSeparated).toBe(false);
});

test('a column that says what others say has no standard error, and is named', async () => {
  const doubled = X.map((row) => [...row, row[0] + row[1]]);
  const names = ['radius', 'texture', 'smoothness', 'symmetry', 'both'];
  const model = await new LogisticRegression({ penalty: null, maxIter: 50 }).fit(doubled, y, {
    featureNames: names,
  });
  const found = logisticInference(model, doubled, y);
  await expect(found).rejects.toThrow(SingularInformationError);
  await expect(found).rejects.toThrow(/coefficient of (both|const)/);
});

test('the summary is a table of statsmodels’ columns', async () => {
  const featureNames = ['radius', 'texture', 'smoothness', 'symmetry'];
  const model = await new LogisticRegression(EXACT).fit(X, y, { featureNames });
  expect((await logisticInference(model, X, y)).summary()).toMatchSnapshot();
});

describe('what has no likelihood is refused', () => {
  test('a penalty, one-vs-rest', async () => {
    const penalised = await new LogisticRegression().fit(X, y);
    await expect(logisticInference(penalised, X, y)).rejects.toThrow(
      'model must be fitted without a penalty',
    );
    const three = cases.find(({ name }) => name === 'three classes') ?? cases[0];
    const ovr = await fit(three.X, three.y, { multiClass: 'ovr', tol: 1e-4 });
    await expect(logisticInference(ovr, three.X, three.y)).rejects.toThrow('of two classes or multinomial');
  });

  test('other rows, labels, options', async () => {
    const model = await fit(X, y, { tol: 1e-4 });
    await expect(logisticInference(model, X, y.slice(1))).rejects.toThrow(ShapeError);
    await expect(
      logisticInference(
        model,
        X,
        y.map(() => 5),
      ),
    ).rejects.toThrow(ParameterError);
    await expect(
      logisticInference(
        model,
        X,
        y.map(() => 'a'),
      ),
    ).rejects.toThrow(LabelMismatchError);
    await expect(logisticInference(model, X, y, { level: 1 })).rejects.toThrow('level must be below 1');
    await expect(logisticInference(model, X, y, { covariance: 'HC3' as never })).rejects.toThrow('sandwich');
  });
});

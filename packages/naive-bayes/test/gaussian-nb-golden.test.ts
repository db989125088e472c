import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { GaussianNB } from '../src/index.js';

interface Golden {
  dataSets: {
    name: string;
    X: number[][];
    y: number[];
    queries: number[][];
    models: {
      params: { var_smoothing?: number; priors?: number[] };
      weights: number[] | null;
      theta: number[][];
      var: number[][];
      classPrior: number[];
      epsilon: number;
      predictions: number[];
      logProbabilities: number[][];
    }[];
  }[];
}

const golden = JSON.parse(
  readFileSync(new URL('./golden/gaussian-nb.json', import.meta.url), 'utf8'),
) as Golden;

/** Each number within a few units of its last digits. */
function expectClose(received: number[][], expected: number[][]): void {
  expect(received).toHaveLength(expected.length);
  expected.forEach((row, i) => {
    row.forEach((value, j) => {
      expect(Math.abs(received[i][j] - value)).toBeLessThanOrEqual(1e-10 * Math.max(Math.abs(value), 1e-3));
    });
  });
}

describe.each(golden.dataSets.map((data) => [data.name, data] as const))(
  'on %s',
  (_, { X, y, queries, models }) => {
    test.each(models.map((model) => [JSON.stringify(model.params), model] as const))(
      'with %s the answers are those of scikit-learn',
      async (
        _params,
        { params: { var_smoothing: varSmoothing = 1e-9, priors = null }, weights, ...expected },
      ) => {
        const model = new GaussianNB({ varSmoothing, priors });
        await model.fit(X, y, weights === null ? {} : { sampleWeight: weights });
        expect(model.epsilon).toBeCloseTo(expected.epsilon, 12);
        expectClose(model.theta.to2DArray(), expected.theta);
        expectClose(model.var.to2DArray(), expected.var);
        expectClose([Array.from(model.classPrior)], [expected.classPrior]);
        expect(model.predict(queries)).toEqual(expected.predictions);
        expectClose(model.predictLogProba(queries).to2DArray(), expected.logProbabilities);
      },
    );
  },
);

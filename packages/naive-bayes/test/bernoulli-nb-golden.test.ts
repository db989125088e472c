import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { BernoulliNB } from '../src/index.js';

interface Golden {
  dataSets: {
    name: string;
    X: number[][];
    y: number[];
    queries: number[][];
    models: {
      params: { alpha?: number; binarize: number | null; fit_prior?: boolean; class_prior?: number[] };
      weights: number[] | null;
      featureCount: number[][];
      featureLogProb: number[][];
      classCount: number[];
      classPrior: number[];
      predictions: number[];
      /** Null where the probability is 0. */
      logProbabilities: (number | null)[][];
    }[];
  }[];
}

const golden = JSON.parse(
  readFileSync(new URL('./golden/bernoulli-nb.json', import.meta.url), 'utf8'),
) as Golden;

/** Each number within a few units of its last digits; scikit-learn subtracts probabilities near 1 from 1. */
function expectClose(received: number[][], expected: (number | null)[][], tolerance = 1e-12): void {
  expect(received).toHaveLength(expected.length);
  expected.forEach((row, i) => {
    row.forEach((value, j) => {
      if (value === null) expect(received[i][j]).toBe(-Infinity);
      else {
        const error = Math.abs(received[i][j] - value);
        expect(error).toBeLessThanOrEqual(tolerance * Math.max(Math.abs(value), 1));
      }
    });
  });
}

describe.each(golden.dataSets.map((data) => [data.name, data] as const))(
  'on %s',
  (_, { X, y, queries, models }) => {
    test.each(models.map((model) => [JSON.stringify(model.params), model] as const))(
      'with %s the answers are those of scikit-learn',
      async (_params, { params, weights, ...expected }) => {
        const { alpha = 1, binarize, fit_prior: fitPrior = true, class_prior: classPrior = null } = params;
        const model = new BernoulliNB({ alpha, binarize, fitPrior, classPrior });
        await model.fit(X, y, weights === null ? {} : { sampleWeight: weights });
        expect(model.featureCount.to2DArray()).toEqual(expected.featureCount);
        expect(Array.from(model.classCount)).toEqual(expected.classCount);
        expectClose(model.featureLogProb.to2DArray(), expected.featureLogProb);
        expectClose([Array.from(model.classLogPrior, Math.exp)], [expected.classPrior]);
        expect(model.predict(queries)).toEqual(expected.predictions);
        expectClose(model.predictLogProba(queries).to2DArray(), expected.logProbabilities, 1e-10);
      },
    );
  },
);

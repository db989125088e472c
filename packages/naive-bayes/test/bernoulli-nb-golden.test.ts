import { expect } from '@jest/globals';

import { BernoulliNB } from '../src/index.js';
import { expectClose, type GoldenFile, type GoldenModel, readGolden, testGolden } from './golden.js';

interface Golden extends GoldenModel {
  readonly params: {
    readonly alpha?: number;
    readonly binarize: number | null;
    readonly fit_prior?: boolean;
    readonly class_prior?: number[];
  };
  readonly featureCount: number[][];
  readonly featureLogProb: number[][];
  readonly classCount: number[];
  readonly classPrior: number[];
}

// scikit-learn subtracts probabilities near 1 from 1.
const close = (received: number[][], expected: (number | null)[][], tolerance = 1e-12): void =>
  expectClose(received, expected, tolerance, 1);

const golden = readGolden('bernoulli-nb.json') as GoldenFile<Golden>;

testGolden(golden, async (expected, { X, y, queries, options }) => {
  const { alpha = 1, binarize, fit_prior: fitPrior = true, class_prior: classPrior = null } = expected.params;
  const model = new BernoulliNB({ alpha, binarize, fitPrior, classPrior });
  await model.fit(X, y, options);
  expect(model.featureCount.to2DArray()).toEqual(expected.featureCount);
  expect(Array.from(model.classCount)).toEqual(expected.classCount);
  close(model.featureLogProb.to2DArray(), expected.featureLogProb);
  close([Array.from(model.classLogPrior, Math.exp)], [expected.classPrior]);
  expect(model.predict(queries)).toEqual(expected.predictions);
  close(model.predictLogProba(queries).to2DArray(), expected.logProbabilities, 1e-10);
});

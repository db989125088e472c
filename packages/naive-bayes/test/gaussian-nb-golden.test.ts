import { expect } from '@jest/globals';

import { GaussianNB } from '../src/index.js';
import { expectClose, type GoldenFile, type GoldenModel, readGolden, testGolden } from './golden.js';

interface Golden extends GoldenModel {
  readonly params: { readonly var_smoothing?: number; readonly priors?: number[] };
  readonly theta: number[][];
  readonly var: number[][];
  readonly classPrior: number[];
  readonly epsilon: number;
}

const close = (received: number[][], expected: (number | null)[][]): void =>
  expectClose(received, expected, 1e-10, 1e-3);

const golden = readGolden('gaussian-nb.json') as GoldenFile<Golden>;

testGolden(golden, async (expected, { X, y, queries, options }) => {
  const { var_smoothing: varSmoothing = 1e-9, priors = null } = expected.params;
  const model = new GaussianNB({ varSmoothing, priors });
  await model.fit(X, y, options);
  expect(model.epsilon).toBeCloseTo(expected.epsilon, 12);
  close(model.theta.to2DArray(), expected.theta);
  close(model.var.to2DArray(), expected.var);
  close([Array.from(model.classPrior)], [expected.classPrior]);
  expect(model.predict(queries)).toEqual(expected.predictions);
  close(model.predictLogProba(queries).to2DArray(), expected.logProbabilities);
});

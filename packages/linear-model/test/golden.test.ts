import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { LogisticRegression, type LogisticRegressionOptions } from '../src/index.js';

interface GoldenModel {
  name: string;
  params: {
    solver?: 'liblinear';
    tol?: number;
    max_iter?: number;
    C?: number;
    fit_intercept?: boolean;
    intercept_scaling?: number;
    class_weight?: 'balanced' | Record<string, number>;
  };
  weighted: boolean;
  coef: number[][];
  intercept: number[];
  nIter: number[];
  proba: number[][];
  accuracy: number;
}

interface GoldenSet {
  name: string;
  X: number[][];
  y: number[];
  models: GoldenModel[];
}

const { sets } = JSON.parse(
  readFileSync(new URL('golden/logistic-regression.json', import.meta.url), 'utf8'),
) as { sets: GoldenSet[] };

function optionsOf({ name, params }: GoldenModel): LogisticRegressionOptions {
  return {
    // scikit-learn's own steps, so that iterations can be compared.
    preconditioner: 'none',
    ...(name.startsWith('ovr') && { multiClass: 'ovr' as const }),
    ...(params.solver && { solver: params.solver }),
    ...(params.tol && { tol: params.tol }),
    ...(params.max_iter && { maxIter: params.max_iter }),
    ...(params.C && { C: params.C }),
    ...(params.fit_intercept === false && { fitIntercept: false }),
    ...(params.intercept_scaling && { interceptScaling: params.intercept_scaling }),
    ...(params.class_weight && { classWeight: params.class_weight }),
  };
}

/** The largest difference, relative to the largest entry. */
function relativeDifference(actual: number[], expected: number[]): number {
  const scale = Math.max(...expected.map(Math.abs));
  return Math.max(...actual.map((value, i) => Math.abs(value - expected[i]))) / scale;
}

const cases = sets.flatMap((set) =>
  set.models.map((golden) => [`${set.name}: ${golden.name}`, set, golden] as const),
);

describe('LogisticRegression has the answers of scikit-learn', () => {
  test.each(cases)('%s', async (_, { X, y }, golden) => {
    const sampleWeight = golden.weighted ? y.map((_, i) => 1 + (i % 3)) : undefined;
    const model = await new LogisticRegression(optionsOf(golden)).fit(X, y, { sampleWeight });
    const actual = [...model.coef.to1DArray(), ...model.intercept];
    const expected = [...golden.coef.flat(), ...golden.intercept];
    expect(relativeDifference(actual, expected)).toBeLessThan(1e-6);
    const probabilities = model.predictProba(X.slice(0, 5)).to1DArray();
    expect(relativeDifference(probabilities, golden.proba.flat())).toBeLessThan(1e-6);
    golden.nIter.forEach((nIter, k) => {
      // Rounding may move the end of a long descent by a step or two.
      expect(Math.abs(model.nIter[k] - nIter)).toBeLessThanOrEqual(nIter > 100 ? 0.02 * nIter : 1);
    });
    expect(model.score(X, y)).toBe(golden.accuracy);
  });
});

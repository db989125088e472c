import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import type { ScorerName } from '@tenfold/metrics';

import { LogisticRegressionCV, type LogisticRegressionCVOptions } from '../src/index.js';

interface GoldenCase {
  name: string;
  X: number[][];
  y: number[] | string[];
  weighted: boolean;
  folds: [number[], number[]][];
  options: {
    Cs: number | (number | 'Infinity')[];
    l1_ratios: number[];
    scoring: ScorerName;
    solver: NonNullable<LogisticRegressionCVOptions['solver']>;
    refit?: boolean;
    class_weight?: 'balanced';
    fit_intercept?: boolean;
  };
  C: number;
  l1Ratio: number;
  scores: number[][][];
  coefsPaths: number[][][][][];
  coef: number[][];
  intercept: number[];
  score: number | null;
}

const { cases } = JSON.parse(
  readFileSync(new URL('golden/logistic-regression-cv.json', import.meta.url), 'utf8'),
) as { cases: GoldenCase[] };

function optionsOf({ folds, options }: GoldenCase): LogisticRegressionCVOptions {
  const { Cs, l1_ratios, class_weight, fit_intercept, ...same } = options;
  return {
    ...same,
    Cs: typeof Cs === 'number' ? Cs : Cs.map(Number),
    l1Ratios: l1_ratios,
    cv: folds,
    tol: 1e-9,
    maxIter: 20_000,
    ...(class_weight && { classWeight: class_weight }),
    ...(fit_intercept === false && { fitIntercept: false }),
  };
}

function expectClose(actual: readonly number[], expected: readonly number[], tolerance: number): void {
  expect(actual).toHaveLength(expected.length);
  const scale = Math.max(1, ...expected.map(Math.abs));
  const farthest = expected.reduce((most, value, i) => Math.max(most, Math.abs(actual[i] - value)), 0);
  expect(farthest).toBeLessThanOrEqual(tolerance * scale);
}

describe('LogisticRegressionCV has the answers of scikit-learn', () => {
  test.each(cases.map((golden) => [golden.name, golden] as const))('%s', async (_, golden) => {
    const { X, y, weighted, scores, coefsPaths, coef, intercept, C, l1Ratio, score } = golden;
    const sampleWeight = weighted ? X.map((_, i) => 1 + (i % 3)) : undefined;
    const model = await new LogisticRegressionCV(optionsOf(golden)).fit(X, y, { sampleWeight });
    expect(model.warnings).toEqual([]);
    expect(model.C).toBeCloseTo(C, 10);
    expect(model.l1Ratio).toBe(l1Ratio);
    expect(model.scores.map((fold) => fold.map((path) => path.length))).toEqual(
      scores.map((fold) => fold.map((path) => path.length)),
    );
    expectClose(model.scores.flat(2), scores.flat(2), 1e-6);
    const paths = model.coefsPaths?.flat(2) ?? [];
    const expected = coefsPaths.flat(2);
    expect(paths).toHaveLength(expected.length);
    for (const [i, path] of paths.entries()) expectClose(path.to1DArray(), expected[i].flat(), 1e-6);
    expectClose(model.coef.to1DArray(), coef.flat(), 1e-6);
    expectClose([...model.intercept], intercept, 1e-6);
    if (score !== null) expectClose([model.score(X, y)], [score], 1e-6);
  });
});

import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import type { Label, Labels } from '@tenfold/linalg';

import { LogisticRegression, type LogisticRegressionOptions } from '../src/index.js';

interface GoldenModel {
  name: 'plain' | 'weighted' | 'liblinear';
  classes: Label[];
  coef: number[][];
  intercept: number[];
  predictions: Label[];
  proba: number[][];
  accuracy: number;
}

/** What tooling/reference/boolean_labels.py wrote. */
const { X, sets } = JSON.parse(
  readFileSync(new URL('golden/boolean-labels.json', import.meta.url), 'utf8'),
) as { X: number[][]; sets: { kind: string; y: Label[]; models: GoldenModel[] }[] };

const TRAINED = 50;
const [known, fresh] = [X.slice(0, TRAINED), X.slice(TRAINED)];

function optionsOf({ name, classes: [no, yes] }: GoldenModel): LogisticRegressionOptions {
  const tight = { tol: 1e-10, maxIter: 20_000 };
  if (name === 'liblinear') return { ...tight, solver: 'liblinear', maxIter: 1000 };
  const classWeight = new Map([
    [no, 1],
    [yes, 3],
  ]);
  return name === 'plain' ? tight : { ...tight, classWeight };
}

const largestDifference = (actual: ArrayLike<number>, expected: readonly number[]): number =>
  Math.max(...expected.map((value, i) => Math.abs(value - actual[i])));

describe.each(sets)('labels that are $kind have the answers of scikit-learn', ({ y, models }) => {
  test.each(models)('$name', async (golden) => {
    const model = await new LogisticRegression(optionsOf(golden)).fit(known, y.slice(0, TRAINED) as Labels);
    expect(model.classes).toEqual(golden.classes);
    expect(largestDifference(model.coef.to1DArray(), golden.coef.flat())).toBeLessThan(1e-6);
    expect(largestDifference(model.intercept, golden.intercept)).toBeLessThan(1e-6);
    expect(largestDifference(model.predictProba(fresh).to1DArray(), golden.proba.flat())).toBeLessThan(1e-6);
    const stored = LogisticRegression.fromJSON(JSON.parse(JSON.stringify(model)));
    for (const fitted of [model, stored]) {
      expect(fitted.predict(fresh)).toEqual(golden.predictions);
      expect(fitted.score(fresh, y.slice(TRAINED) as Labels)).toBe(golden.accuracy);
    }
  });
});

test('booleans, 0 and 1, and text are three kinds of one fit', () => {
  expect(sets.map(({ models: [{ classes }] }) => classes)).toEqual([
    [false, true],
    [0, 1],
    ['False', 'True'],
  ]);
});

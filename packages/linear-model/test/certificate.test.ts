import { describe, expect, test } from '@jest/globals';

import { LogisticRegression, type LogisticRegressionOptions } from '../src/index.js';
import { threeGroups, twoGroups } from './data.js';

const WAYS: [string, LogisticRegressionOptions][] = [
  ['softmax', {}],
  ['softmax without intercepts', { fitIntercept: false }],
  ['one against the rest', { multiClass: 'ovr' }],
  ['a weak penalty', { C: 1000 }],
  ['a strong penalty', { C: 0.001 }],
  ['balanced classes', { classWeight: 'balanced' }],
  ['liblinear', { solver: 'liblinear' }],
  ['its dual', { solver: 'liblinear', dual: true }],
];

describe.each([
  ['three classes', threeGroups()],
  ['two classes', twoGroups()],
])('the certificate, %s', (_name, { X, y }) => {
  test.each(WAYS)('bounds what is missing at every iteration: %s', async (_way, options) => {
    const best = await new LogisticRegression({ ...options, tol: 1e-12, maxIter: 100_000 }).fit(X, y);
    expect(best.certificate).toBeLessThan(1e-3 * best.objective);
    for (const maxIter of [1, 2, 4, 8, 16, 32]) {
      const model = await new LogisticRegression({ ...options, maxIter, tol: 1e-12 }).fit(X, y);
      const missing = model.objective - best.objective;
      expect(model.certificate).toBeGreaterThanOrEqual(missing - 1e-9 * best.objective);
    }
  });

  test('is Infinity without a penalty', async () => {
    const model = await new LogisticRegression({ penalty: null }).fit(X, y);
    expect(model.certificate).toBe(Infinity);
  });

  test('goes with the model', async () => {
    for (const penalty of ['l2', null] as const) {
      const model = await new LogisticRegression({ penalty, maxIter: 5 }).fit(X, y);
      const text = JSON.stringify(model.toJSON());
      const again = LogisticRegression.fromJSON(JSON.parse(text));
      expect(again.certificate).toBe(model.certificate);
    }
  });
});

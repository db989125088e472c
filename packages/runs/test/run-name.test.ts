import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { modelTitle, runName } from '../src/index.js';

describe('runName', () => {
  test('has the time, the data set and the model', () => {
    expect(runName(new Date('2026-03-05T14:02:09.123Z'), 'digits', 'LogisticRegression')).toBe(
      '2026-03-05T14-02-09Z-digits-logistic-regression',
    );
  });

  test('has the transformers', () => {
    const model = modelTitle({ name: 'GaussianNB', preprocess: [{ name: 'StandardScaler' }] });
    expect(runName(new Date(0), 'digits', model)).toBe(
      '1970-01-01T00-00-00Z-digits-standard-scaler-gaussian-nb',
    );
  });

  test.each([
    ['My Flowers (2).csv', 'my-flowers-2-csv'],
    ['Größe', 'größe'],
    ['***', 'data'],
  ])('%s becomes %s', (dataset, slug) => {
    expect(runName(new Date(0), dataset, 'M')).toBe(`1970-01-01T00-00-00Z-${slug}-m`);
  });

  test('is always one plain folder name, and sorts by time', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(1e12), fc.nat(1e12), (dataset, a, b) => {
        const first = runName(new Date(a), dataset, 'Model');
        expect(first).not.toMatch(/[/\\:\s]|^\./);
        const later = runName(new Date(a + b + 1000), dataset, 'Model');
        expect(first < later).toBe(true);
      }),
    );
  });
});

import { afterAll, describe, expect, test } from '@jest/globals';
import type { TrainResult } from '@tenfold/runs';

import { temporaryFolder, tenfoldJSON } from '../harness.js';

const { path: cwd, remove } = temporaryFolder();
afterAll(remove);

const minutes = 60_000;

describe('tenfold train mnist --order mldata --test-size 1/7 --random-state 0', () => {
  const train = async (...flags: string[]): Promise<TrainResult> => {
    const split = ['--order', 'mldata', '--test-size', '1/7', '--random-state', '0'];
    const result = await tenfoldJSON<TrainResult>(['train', 'mnist', ...split, ...flags, '--no-run'], {
      cwd,
    });
    expect(result.split).toEqual({ testSize: 1 / 7, randomState: 0, nTrain: 60000, nTest: 10000 });
    return result;
  };

  test.each([
    ['ovr', 0.9134],
    ['multinomial', 0.9194],
  ])(
    'lbfgs, %s: 100 of scikit-learn’s steps give the accuracy of scikit-learn 1.9.1',
    async (way, accuracy) => {
      const result = await train('--multi-class', way, '--preconditioner', 'none');
      expect(result).toMatchObject({ accuracy, nIter: 100, converged: false });
    },
    10 * minutes,
  );

  test(
    'lbfgs, preconditioned, comes nearer to the optimum in as many',
    async () => {
      const { objective, nIter } = await train('--multi-class', 'multinomial');
      expect(nIter).toBeLessThanOrEqual(100);
      // scikit-learn's steps lead to 14437.8, and those of the default further down.
      expect(objective).toBeLessThan(13_000);
    },
    10 * minutes,
  );
});

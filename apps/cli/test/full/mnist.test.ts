import { describe, expect, test } from '@jest/globals';
import type { TrainResult } from '@tenfold/runs';

import { temporaryFolder, tenfoldJSON } from '../harness.js';

// The whole of MNIST: minutes. Run by `pnpm test:mnist`.
describe('tenfold train mnist --order mldata --test-size 1/7 --random-state 0', () => {
  test.each([
    ['lbfgs', 'ovr', 0.912, 0.916],
    ['lbfgs', 'multinomial', 0.917, 0.922],
    ['liblinear', 'auto', 0.912, 0.917],
  ])(
    '%s, %s',
    async (solver, way, least, most) => {
      const { path: cwd, remove } = temporaryFolder();
      const split = ['--order', 'mldata', '--test-size', '1/7', '--random-state', '0'];
      const args = ['train', 'mnist', ...split, '--solver', solver, '--multi-class', way, '--no-run'];
      const result = await tenfoldJSON<TrainResult>(args, { cwd });
      remove();
      console.log(solver, way, result.accuracy, `${result.seconds.fit.toFixed(0)} s`);
      expect(result.split).toEqual({ testSize: 1 / 7, randomState: 0, nTrain: 60000, nTest: 10000 });
      expect(result.accuracy).toBeGreaterThanOrEqual(least);
      expect(result.accuracy).toBeLessThanOrEqual(most);
    },
    30 * 60_000,
  );
});

import { afterAll, describe, expect, test } from '@jest/globals';
import type { TrainResult } from '@tenfold/runs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { temporaryFolder, tenfold, tenfoldJSON } from '../harness.js';

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

  // 100 of scikit-learn's steps give scikit-learn 1.9.1's accuracy, to the last digit. Preconditioned, as many steps
  // come nearer to the optimum, where the multinomial model fits the training images better and others less well.
  test.each([
    ['ovr', 0.9134, 0.912, 0.916],
    ['multinomial', 0.9194, 0.905, 0.922],
  ])(
    'lbfgs, %s: in the steps of scikit-learn its accuracy; preconditioned, nearer to the optimum',
    async (way, exactly, least, most) => {
      const flags = ['--solver', 'lbfgs', '--multi-class', way];
      const plain = await train(...flags, '--preconditioner', 'none');
      expect(plain).toMatchObject({ accuracy: exactly, nIter: 100, converged: false });
      const preconditioned = await train(...flags);
      expect(preconditioned.nIter).toBeLessThanOrEqual(100);
      expect(preconditioned.objective).toBeLessThan(0.9 * plain.objective);
      expect(preconditioned.accuracy).toBeGreaterThanOrEqual(least);
      expect(preconditioned.accuracy).toBeLessThanOrEqual(most);
    },
    10 * minutes,
  );

  test(
    'liblinear converges to the tutorial’s accuracy',
    async () => {
      const { accuracy, converged } = await train('--solver', 'liblinear');
      expect(converged).toBe(true);
      expect(accuracy).toBeGreaterThanOrEqual(0.912);
      expect(accuracy).toBeLessThanOrEqual(0.917);
    },
    10 * minutes,
  );
});

/** The text with every time that was measured, and what makes room for it, replaced. */
function withoutTimes(text: string): string {
  return text
    .replace(/in [\d.]+ (ms|s|min \d+ s)\n/g, 'in … s\n')
    .replace(/ +[\d.]+ (ms|s|min \d+ s)(?= {2}0)/g, '  … s')
    .replace(/ +here {2}/, '  here  ');
}

describe('tenfold tutorial --mnist', () => {
  test(
    'tells both halves, and puts all their pictures on one page',
    async () => {
      const { code, stdout, stderr } = await tenfold(['tutorial', '--mnist', '--out', 'both'], { cwd });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const second = stdout.slice(stdout.indexOf('8  On to MNIST'));
      expect(withoutTimes(second)).toMatchSnapshot();
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
      expect(readFileSync(join(cwd, 'both', 'index.html'), 'utf8').match(/<svg/g)).toHaveLength(7);
    },
    10 * minutes,
  );
});

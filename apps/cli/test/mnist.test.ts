import { afterAll, describe, expect, test } from '@jest/globals';
import type { TrainResult } from '@tenfold/runs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { temporaryFolder, tenfold, tenfoldJSON } from './harness.js';

const { path: cwd, remove } = temporaryFolder();
afterAll(remove);

const minutes = 60_000;

test(
  'tenfold train mnist: 100 of scikit-learn’s steps give the accuracy of scikit-learn 1.9.1',
  async () => {
    const split = ['--order', 'mldata', '--test-size', '1/7', '--random-state', '0'];
    const flags = ['--multi-class', 'multinomial', '--preconditioner', 'none', '--no-run'];
    const args = ['train', 'mnist', ...split, ...flags];
    expect(await tenfoldJSON<TrainResult>(args, { cwd })).toMatchObject({
      split: { testSize: 1 / 7, randomState: 0, nTrain: 60000, nTest: 10000 },
      accuracy: 0.9194,
      nIter: 100,
      converged: false,
    });
  },
  10 * minutes,
);

/** The text without what was measured: times, accuracies, and the room that they take. */
function withoutFigures(text: string): string {
  return text
    .replace(/^0\.9\d+ {4}in [\d.]+ (ms|s|min \d+ s)$/m, '0.9…    in … s')
    .replace(/ +[\d.]+ (ms|s|min \d+ s) {2}0\.9\d+$/gm, '  … s  0.9…')
    .replace(/ +here {2}/, '  here  ')
    .replace(/^\d+ of 10,000/m, '… of 10,000');
}

describe('tenfold tutorial --mnist', () => {
  test(
    'tells both halves, and puts all their pictures on one page',
    async () => {
      const { code, stdout, stderr } = await tenfold(['tutorial', '--mnist', '--out', 'both'], { cwd });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const second = stdout.slice(stdout.indexOf('8  On to MNIST'));
      expect(withoutFigures(second)).toMatchSnapshot();
      const accuracyOf = (solver: string) =>
        Number(new RegExp(`^${solver} .* (0\\.\\d+)$`, 'm').exec(second)?.[1]);
      expect(accuracyOf('liblinear')).toBeGreaterThanOrEqual(0.912);
      expect(accuracyOf('liblinear')).toBeLessThanOrEqual(0.917);
      expect(accuracyOf('lbfgs')).toBeGreaterThanOrEqual(0.912);
      expect(accuracyOf('lbfgs')).toBeLessThanOrEqual(0.916);
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
      expect(readFileSync(join(cwd, 'both', 'index.html'), 'utf8').match(/<svg/g)).toHaveLength(7);
    },
    10 * minutes,
  );
});

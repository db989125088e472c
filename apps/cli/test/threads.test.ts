import { afterAll, expect, test } from '@jest/globals';
import type { TrainResult } from '@tenfold/runs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { temporaryFolder, tenfoldJSON } from './harness.js';

const { path: cwd, remove } = temporaryFolder();
afterAll(remove);

/** Trains on so many threads: the bytes of the model's file, and the figures but for the seconds. */
async function trainOn(threads: number, args: string[]): Promise<{ file: Buffer; figures: object }> {
  const name = `${args.join('')}-${threads}.json`;
  const call = ['train', ...args, '--threads', `${threads}`, '--save', name, '--no-run'];
  const { seconds, threads: usedThreads, ...figures } = await tenfoldJSON<TrainResult>(call, { cwd });
  expect(usedThreads).toBe(threads);
  expect(seconds.fit).toBeGreaterThan(0);
  return { file: readFileSync(join(cwd, name)), figures };
}

// 3,000 images of MNIST are work enough for several threads; the digits are not, and take the way without any. That no fit of
// any kind depends on its threads, `determinism.test.ts` of the estimators shows; this shows that the flag and the file do not.
test.each([
  [['digits', '--solver', 'lbfgs']],
  [['digits', '--solver', 'liblinear']],
  [['mnist', '--test-size', '67000', '--max-iter', '8']],
])('%j gives one model, to the byte, on 1, 2, 3, 5 and 16 threads', async (args) => {
  const alone = await trainOn(1, args);
  expect(JSON.stringify(JSON.parse(alone.file.toString()))).not.toContain('threads');
  for (const threads of [2, 3, 5, 16]) expect(await trainOn(threads, args)).toEqual(alone);
});

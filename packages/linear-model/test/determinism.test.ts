import { createHash } from 'node:crypto';

import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ByteMatrix } from '@tenfold/linalg';
import { loadMnist } from '@tenfold/mnist';

import { LogisticRegression, type LogisticRegressionOptions } from '../src/index.js';

/** Rows of MNIST that are trained on. */
const ROWS = 10_000;

const THREADS = [1, 2, 3, 5, 16];

/**
 * SHA-256 of the coefficients and then the intercepts, as doubles: the same for any number of threads, on any
 * processor and with any version of Node. Only a change of what is computed, or of the order of a sum, changes it.
 */
const FITS: [string, LogisticRegressionOptions, string][] = [
  [
    'lbfgs, all classes at once',
    { maxIter: 12 },
    'efeb10fb3977b494fa08d6883de1d7d0d6a1ec3740b50c87eb2f4d740ac6d1e1',
  ],
  [
    'lbfgs without a preconditioner',
    { preconditioner: 'none', maxIter: 12 },
    '659d1b9d3dc7567682c1f56c3cb841719497f81241c0e0387f3a321a426d9dc9',
  ],
  [
    'lbfgs, each class against the rest',
    { multiClass: 'ovr', maxIter: 6 },
    '7f8dfce7ea5a65fb9144e9a87d9f833774ab65c5063d224a7b9ebe04f071bbb2',
  ],
  [
    'liblinear',
    { solver: 'liblinear', maxIter: 2 },
    '000bf221eadeb4c6b528602bba46b4e13beeb61e0ed04a6fb4bff9a0a041af0e',
  ],
  [
    'liblinear without a preconditioner',
    { solver: 'liblinear', preconditioner: 'none', maxIter: 3 },
    '2e0f340e207f44fc2e5c696014384e2ecd7b2ccadf7fe701496a247f7e299c7f',
  ],
  [
    'saga',
    { solver: 'saga', maxIter: 2 },
    '444e722250997760059943026a22813d6aa203d7e169e79898a141064bce0b1f',
  ],
  [
    'saga with an L1 penalty, each class against the rest',
    { solver: 'saga', l1Ratio: 0.5, multiClass: 'ovr', maxIter: 2 },
    'd0423017dd08c772389c3126e2c55d2dad56bcd50e4ef3852ea150946ae225a3',
  ],
];

function hash({ coef, intercept }: LogisticRegression): string {
  return createHash('sha256')
    .update(Float64Array.from([...coef.to1DArray(), ...intercept]))
    .digest('hex');
}

describe('the weights are the same to the bit on any number of threads and on any machine', () => {
  let X: ByteMatrix;
  let y: Uint8Array;
  beforeAll(async () => {
    const { trainImages, trainLabels } = await loadMnist();
    X = trainImages.rowRange(0, ROWS);
    y = trainLabels.subarray(0, ROWS);
  });

  test.each(FITS)('%s', async (_, options, expected) => {
    const hashes: Record<number, string> = {};
    for (const threads of THREADS) {
      hashes[threads] = hash(await new LogisticRegression(options).fit(X, y, { threads }));
    }
    expect(hashes).toEqual(Object.fromEntries(THREADS.map((threads) => [threads, expected])));
  });

  // No kernel: one variable after the other, classes one after the other.
  test('liblinear, dual', async () => {
    const options = { solver: 'liblinear', dual: true, maxIter: 3, randomState: 7 } as const;
    const [X1000, y1000] = [X.rowRange(0, 1000), y.subarray(0, 1000)];
    expect(hash(await new LogisticRegression(options).fit(X1000, y1000))).toBe(
      '5bf7a6ba0fbbb613c2c7f32560bd1f222e1b551a6e762eee3bd0b6f3e70c57fb',
    );
  });
});

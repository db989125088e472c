import { expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  confusionHeatmap,
  confusionMatrix,
  loadDigits,
  LogisticRegression,
  trainTestSplit,
  writePicture,
} from '../src/index.js';

const published = [
  [37, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  [0, 39, 0, 0, 0, 0, 2, 0, 2, 0],
  [0, 0, 41, 3, 0, 0, 0, 0, 0, 0],
  [0, 0, 1, 43, 0, 0, 0, 0, 0, 1],
  [0, 0, 0, 0, 38, 0, 0, 0, 0, 0],
  [0, 1, 0, 0, 0, 47, 0, 0, 0, 0],
  [0, 0, 0, 0, 0, 0, 52, 0, 0, 0],
  [0, 1, 0, 1, 1, 0, 0, 45, 0, 0],
  [0, 3, 1, 0, 0, 0, 0, 0, 43, 1],
  [0, 0, 0, 1, 0, 1, 0, 0, 1, 44],
];

test('the first example, line by line, gives the published numbers', async () => {
  const digits = loadDigits();
  expect([digits.data.rows, digits.data.columns, digits.target.length]).toEqual([1797, 64, 1797]);
  const [xTrain, xTest, yTrain, yTest] = trainTestSplit(digits.data, digits.target, {
    testSize: 0.25,
    randomState: 0,
  });

  const logisticRegr = new LogisticRegression({ solver: 'liblinear' });
  await logisticRegr.fit(xTrain, yTrain);
  const predictions = logisticRegr.predict(xTest);
  const score = logisticRegr.score(xTest, yTest);
  const cm = confusionMatrix(yTest, predictions);
  expect(score).toBe(0.9533333333333334);
  expect(cm.to2DArray()).toEqual(published);

  const folder = await mkdtemp(join(tmpdir(), 'tenfold-'));
  const path = join(folder, 'cm.svg');
  await writePicture(path, confusionHeatmap(cm, { style: 'seaborn', title: `Accuracy Score: ${score}` }));
  expect(await readFile(path, 'utf8')).toContain('Accuracy Score: 0.9533333333333334');
  await rm(folder, { recursive: true });
});

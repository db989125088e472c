import { describe, expect, test } from '@jest/globals';
import { ByteMatrix, Matrix } from '@tenfold/linalg';

import { misclassified } from '../src/index.js';

const yTrue = Uint8Array.of(3, 1, 4, 1, 5, 9);
const yPred = [3, 7, 4, 1, 8, 4];

describe('misclassified', () => {
  test('names the rows of the misses, not 0, 1, 2, …', () => {
    expect(misclassified(yTrue, yPred)).toEqual([
      { index: 1, actual: 1, predicted: 7 },
      { index: 4, actual: 5, predicted: 8 },
      { index: 5, actual: 9, predicted: 4 },
    ]);
  });

  test('the row of a miss is the image that was misread', () => {
    const images = new ByteMatrix(6, 1, Uint8Array.of(30, 10, 40, 10, 50, 90));
    for (const { index, actual } of misclassified(yTrue, yPred)) {
      expect(images.row(index)[0]).toBe(actual * 10);
    }
  });

  test('indices name the rows of a larger data set', () => {
    const misses = misclassified(yTrue, yPred, { indices: Int32Array.of(90, 17, 60, 5, 2, 33) });
    expect(misses.map(({ index }) => index)).toEqual([17, 2, 33]);
  });

  test('confidence: of a list, the largest of a row, or that of the column predicted', () => {
    const list = [0.9, 0.6, 0.8, 0.7, 0.95, 0.6];
    const confidences = (misses: { confidence?: number }[]) => misses.map(({ confidence }) => confidence);
    expect(confidences(misclassified(yTrue, yPred, { proba: list }))).toEqual([0.6, 0.95, 0.6]);
    const proba = new Matrix([
      [0.2, 0.8],
      [0.4, 0.6],
    ]);
    expect(confidences(misclassified(['a', 'b'], ['b', 'a'], { proba }))).toEqual([0.8, 0.6]);
    const named = { proba, labels: ['a', 'b'] };
    expect(confidences(misclassified(['a', 'b'], ['b', 'a'], named))).toEqual([0.8, 0.4]);
  });

  test('the surest errors first, ties in row order', () => {
    const proba = [0.9, 0.6, 0.8, 0.7, 0.95, 0.6];
    const misses = misclassified(yTrue, yPred, { proba, sortBy: 'confidence' });
    expect(misses.map(({ index }) => index)).toEqual([4, 1, 5]);
  });

  test('nothing wrong, nothing listed', () => {
    expect(misclassified(['x'], ['x'])).toEqual([]);
  });
});

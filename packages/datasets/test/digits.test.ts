import { createHash } from 'node:crypto';

import { describe, expect, test } from '@jest/globals';
import { isByteMatrix, Matrix } from '@tenfold/linalg';

import { datasetChecksum, loadDigits } from '../src/index.js';
import { golden } from './helpers/golden.js';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const digits = loadDigits();

describe('loadDigits', () => {
  test('unpacks to scikit-learn’s values', () => {
    expect(sha256(Uint8Array.from(digits.data.to1DArray()))).toBe(golden.digits.pixelsSha256);
    expect(sha256(digits.target)).toBe(golden.digits.labelsSha256);
    expect(digits.data.getRow(1796)).toEqual(golden.digits.lastRow);
    expect(digits.data.mean()).toBeCloseTo(golden.digits.mean, 12);
  });

  test('has the shapes, names and counts of the tutorial', () => {
    expect(Matrix.isMatrix(digits.data)).toBe(true);
    expect([digits.data.rows, digits.data.columns, digits.target.length]).toEqual([1797, 64, 1797]);
    expect(digits.featureNames).toEqual(golden.digits.featureNames);
    expect(digits.targetNames).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    const counts = golden.digits.counts.map((_, digit) => digits.target.filter((y) => y === digit).length);
    expect(counts).toEqual(golden.digits.counts);
    expect(digits).toMatchObject({ name: 'digits', imageShape: [8, 8] });
    expect(digits.DESCR).toContain('CC BY 4.0');
  });

  test('gives the images as matrices of 8 × 8 that agree with the rows', () => {
    expect(digits.images).toHaveLength(1797);
    expect(digits.images[0].to2DArray()).toEqual(golden.digits.firstImage);
    expect(
      digits.images.every((image) => isByteMatrix(image) && image.rows === 8 && image.columns === 8),
    ).toBe(true);
    expect(digits.images.flatMap((image) => [...image.data])).toEqual(digits.data.to1DArray());
    expect(digits.images).toBe(digits.images);
  });

  test('gives each caller values of its own', () => {
    const mine = loadDigits();
    mine.data.set(0, 0, 99);
    mine.target[0] = 9;
    expect([digits.data.get(0, 0), digits.target[0]]).toEqual([0, 0]);
  });
});

describe('datasetChecksum', () => {
  test('is NumPy’s sha256(X.tobytes() + y.tobytes())', async () => {
    expect(await datasetChecksum(digits)).toBe(golden.digits.checksum);
  });

  test('depends on the order of rows, on a value, and on a label', async () => {
    const sums = await Promise.all([
      datasetChecksum({ data: new Matrix([[1], [2]]), target: [0, 1] }),
      datasetChecksum({ data: new Matrix([[2], [1]]), target: [0, 1] }),
      datasetChecksum({ data: new Matrix([[1], [2]]), target: [1, 0] }),
      datasetChecksum({ data: new Matrix([[1], [2]]), target: ['0', '1'] }),
      datasetChecksum({ data: new Matrix([[1], [2]]) }),
    ]);
    expect(new Set(sums).size).toBe(5);
  });
});

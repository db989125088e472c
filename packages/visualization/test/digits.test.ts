import { describe, expect, test } from '@jest/globals';
import { NonFiniteError, ParameterError, ShapeError } from '@tenfold/core';
import { ByteMatrix, Matrix } from '@tenfold/linalg';
import fc from 'fast-check';

import { digitGrid, misclassifiedGallery, type Scene, toSvg, weightImages } from '../src/index.js';
import { twoDigits } from './support/samples.js';
import { clippedMarks } from './support/scene-checks.js';

function titles(scene: Scene): string[] {
  return scene.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
}

function firstImage(scene: Scene): number[] {
  const mark = scene.marks.find((one) => one.kind === 'image');
  if (mark?.kind !== 'image') throw new Error('no image');
  return [...mark.image.pixels];
}

describe('digitGrid', () => {
  test('draws two digits as before', () => {
    expect(toSvg(digitGrid(twoDigits, { labels: [0, 1] }))).toMatchSnapshot();
  });

  test('titles images as the tutorial does', () => {
    expect(titles(digitGrid(twoDigits, { labels: [0, 1] }))).toEqual(['Training: 0', 'Training: 1']);
    expect(titles(digitGrid(twoDigits, { labels: Uint8Array.of(0, 1) }))).toEqual([
      'Training: 0',
      'Training: 1',
    ]);
    expect(titles(digitGrid(twoDigits, { labels: [0, 1], titles: ['a', 'b'] }))).toEqual(['a', 'b']);
    expect(titles(digitGrid(twoDigits))).toEqual([]);
  });

  test('takes rows, matrices and an array of matrices', () => {
    const expected = toSvg(digitGrid(twoDigits));
    expect(toSvg(digitGrid(new Matrix(twoDigits)))).toBe(expected);
    expect(toSvg(digitGrid(new ByteMatrix(2, 64, Uint8Array.from(twoDigits.flat()))))).toBe(expected);
    const images = twoDigits.map((row) => Matrix.from1DArray(8, 8, row));
    expect(toSvg(digitGrid(images))).toBe(expected);
  });

  test('maps each image from its smallest value to its largest, or a given range, or inverted', () => {
    expect(firstImage(digitGrid([[0, 4, 8, 16]]))).toEqual([0, 64, 128, 255]);
    expect(firstImage(digitGrid([[0, 4, 8, 16]], { range: [0, 32] }))).toEqual([0, 32, 64, 128]);
    expect(firstImage(digitGrid([[0, 4, 8, 16]], { range: [4, 8] }))).toEqual([0, 0, 255, 255]);
    expect(firstImage(digitGrid([[0, 4, 8, 16]], { invert: true }))).toEqual([255, 191, 127, 0]);
    expect(firstImage(digitGrid([[7, 7, 7, 7]]))).toEqual([0, 0, 0, 0]);
  });

  test('clips nothing, whatever the titles', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 60 }), { minLength: 1, maxLength: 25 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 40 }),
        (texts, columns, scale) => {
          const images = texts.map(() => twoDigits[0]);
          expect(clippedMarks(digitGrid(images, { titles: texts, columns, scale }))).toEqual([]);
        },
      ),
      { numRuns: 50 },
    );
  });

  test.each<[string, () => unknown, abstract new (...args: never[]) => Error]>([
    ['no image', () => digitGrid([]), ParameterError],
    ['not square', () => digitGrid([[1, 2, 3]]), ShapeError],
    ['another shape', () => digitGrid([[1, 2, 3]], { shape: [2, 2] }), ShapeError],
    ['a shape of 0', () => digitGrid([[1, 2, 3]], { shape: [0, 3] }), ParameterError],
    ['labels of another length', () => digitGrid(twoDigits, { labels: [1] }), ShapeError],
    ['titles of another length', () => digitGrid(twoDigits, { titles: ['a'] }), ShapeError],
    ['a pixel that is NaN', () => digitGrid([[NaN]]), NonFiniteError],
    ['an empty range', () => digitGrid(twoDigits, { range: [3, 3] }), ParameterError],
    ['no columns', () => digitGrid(twoDigits, { columns: 0 }), ParameterError],
    ['a scale of 0', () => digitGrid(twoDigits, { scale: 0 }), ParameterError],
  ])('%s is refused', (_, act, type) => expect(act).toThrow(type));

  test('draws oblong images of a given shape', () => {
    const scene = digitGrid([[0, 1, 2, 3, 4, 5]], { shape: [2, 3], scale: 10 });
    expect(scene.marks).toContainEqual(expect.objectContaining({ kind: 'image', width: 30, height: 20 }));
  });
});

describe('misclassifiedGallery', () => {
  const items = [
    { index: 1, predicted: 4, actual: 9 },
    { index: 0, predicted: 8, actual: 0, confidence: 0.523 },
  ];

  test('shows the rows named, titled with predicted and actual', () => {
    const scene = misclassifiedGallery(items, twoDigits);
    expect(titles(scene)).toEqual(['Predicted: 4, Actual: 9', 'Predicted: 8 (52.3%), Actual: 0']);
    expect(firstImage(scene)).toEqual(firstImage(digitGrid(twoDigits.slice(1))));
    expect(scene.table.rows).toEqual([
      ['1', '4', '9', ''],
      ['0', '8', '0', '52.3%'],
    ]);
    expect(clippedMarks(scene)).toEqual([]);
    expect(toSvg(misclassifiedGallery(items, new Matrix(twoDigits)))).toBe(toSvg(scene));
  });

  test.each<[string, () => unknown]>([
    ['no item', () => misclassifiedGallery([], twoDigits)],
    [
      'an index that is no row',
      () => misclassifiedGallery([{ index: 2, predicted: 1, actual: 2 }], twoDigits),
    ],
    [
      'a confidence above 1',
      () => misclassifiedGallery([{ index: 0, predicted: 1, actual: 2, confidence: 2 }], twoDigits),
    ],
  ])('%s is refused', (_, act) => expect(act).toThrow(ParameterError));
});

describe('weightImages', () => {
  test('is white at zero, blue above and red below', () => {
    const scene = weightImages([[0, 2, -2, 1]], { labels: ['x'] });
    const pixels = firstImage(scene);
    expect(pixels.slice(0, 3)).toEqual([247, 247, 247]);
    expect(pixels.slice(3, 6)).toEqual([5, 48, 97]);
    expect(pixels.slice(6, 9)).toEqual([103, 0, 31]);
    expect(titles(scene)).toEqual(['Class x']);
    expect(clippedMarks(scene)).toEqual([]);
  });

  test('a limit of 0 and labels of another length are refused', () => {
    expect(() => weightImages(twoDigits, { limit: 0 })).toThrow(ParameterError);
    expect(() => weightImages(twoDigits, { labels: [1] })).toThrow(ShapeError);
  });
});

import { describe, expect, test } from '@jest/globals';
import { NonFiniteError, ParameterError, ShapeError } from '@tenfold/core';
import { ByteMatrix, Matrix } from '@tenfold/linalg';
import { caseBytes } from '@tenfold/cases';
import fc from 'fast-check';

import {
  digitGrid,
  misclassifiedGallery,
  MOST_IMAGES,
  NonFinitePixelError,
  type Scene,
  toPng,
  toSvg,
  weightImages,
} from '../src/index.js';
import { clippedMarks } from './support/scene-checks.js';

/** The pixels of each image of a scene. */
function pixelsOf(scene: Scene): number[][] {
  return scene.marks.flatMap((mark) => (mark.kind === 'image' ? [[...mark.image.pixels]] : []));
}

/** The rows of a case's table without their label. */
function caseRows(name: string): number[][] {
  const lines = new TextDecoder().decode(caseBytes(name)).trim().split('\n').slice(1);
  return lines.map((line) => line.split(',').slice(1).map(Number));
}

describe('the range of a picture', () => {
  test('is its own: -1 is black, 0 mid grey, 1 white, in 256 greys', () => {
    const [first] = caseRows('usps.csv');
    expect([first[0], first[255]]).toEqual([-1, 1]);
    const [pixels] = pixelsOf(digitGrid([first]));
    expect(new Set(pixels).size).toBe(256);
    expect([pixels[0], pixels[255]]).toEqual([0, 255]);
    expect(pixelsOf(digitGrid([[-1, 0, 0, 1]]))).toEqual([[0, 128, 128, 255]]);
  });

  test('is that of all images together, so that they compare', () => {
    expect(pixelsOf(digitGrid(caseRows('negative.csv').slice(0, 2)))).toEqual([
      [255, 170, 85, 0],
      [0, 170, 170, 0],
    ]);
    const items = [0, 1].map((index) => ({ index, predicted: 0, actual: 1 }));
    const gallery = misclassifiedGallery(items, [
      [0, 1, 2, 3],
      [4, 5, 6, 7],
      [0, 0, 0, 700],
    ]);
    expect(pixelsOf(gallery)).toEqual([
      [0, 36, 73, 109],
      [146, 182, 219, 255],
    ]);
  });

  test('may be given; what is beyond it is clipped', () => {
    expect(pixelsOf(digitGrid([[-2, -1, 1, 9]], { range: [-1, 1] }))).toEqual([[0, 0, 255, 255]]);
  });

  const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
  test('keeps the order of the values, from black to white, of whatever size they are', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 40 }), (values) => {
        const [pixels] = pixelsOf(digitGrid([values], { shape: [1, values.length] }));
        const order = values.map((_, at) => at).sort((a, b) => values[a] - values[b]);
        const greys = order.map((at) => pixels[at]);
        expect(greys).toEqual([...greys].sort((a, b) => a - b));
        expect(greys[0]).toBe(0);
        const isConstant = values.every((value) => value === values[0]);
        expect(greys.at(-1)).toBe(isConstant ? 0 : 255);
      }),
    );
  });

  test.each([
    ['huge', [-1.7e308, 0, 0, 1.7e308]],
    ['tiny', [0, 1e-300, 1e-300, 2e-300]],
    ['next to each other', [1, 1 + 2 ** -52, 1 + 2 ** -52, 1 + 2 ** -51]],
  ])('draws %s values', (_, values) => {
    expect(pixelsOf(digitGrid([values]))).toEqual([[0, 128, 128, 255]]);
  });

  test('draws one value as black, and booleans as 0 and 1', () => {
    expect(pixelsOf(digitGrid([[7]]))).toEqual([[0]]);
    expect(pixelsOf(digitGrid([[true, false, false, true]]))).toEqual([[255, 0, 0, 255]]);
  });
});

describe('pixels that are no number', () => {
  test.each([NaN, Infinity, -Infinity])('%p is refused with its image, row and column', (value) => {
    const images = [
      [0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, value],
    ];
    const places = [
      () => digitGrid(images, { shape: [2, 3] }),
      () => digitGrid(new Matrix(images), { shape: [2, 3] }),
      () => digitGrid(images.map((row) => Matrix.from1DArray(2, 3, row))),
      () => misclassifiedGallery([{ index: 1, actual: 0, predicted: 1 }], images, { shape: [2, 3] }),
    ];
    for (const act of places) {
      expect(act).toThrow(NonFinitePixelError);
      expect(act).toThrow(NonFiniteError);
      expect(act).toThrow(`got ${value} in image 1, row 1, column 2 (counted from 0)`);
      expect(act).toThrow(expect.objectContaining({ image: 1, row: 1, column: 2, value }));
    }
  });

  test('text is refused by its place', () => {
    const place = 'got "7" in image 0, row 1, column 0 (counted from 0)';
    expect(() => digitGrid([[0, 0, '7' as never, 0]])).toThrow(NonFinitePixelError);
    expect(() => digitGrid([[0, 0, '7' as never, 0]])).toThrow(place);
  });
});

describe('images of any shape', () => {
  test('are drawn whole, and never thinner than can be seen', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom([1, 1], [1, 784], [784, 1], [1, 5], [3, 2], [40, 7]),
        fc.integer({ min: 1, max: 3 }),
        async ([rows, columns], count) => {
          const images = Array.from({ length: count }, (_, at) =>
            Array.from({ length: rows * columns }, (_pixel, pixel) => pixel * (at + 1)),
          );
          const scene = digitGrid(images, { shape: [rows, columns], labels: images.map((_, at) => at) });
          expect(clippedMarks(scene)).toEqual([]);
          for (const mark of scene.marks) {
            if (mark.kind !== 'image') continue;
            expect([mark.image.rows, mark.image.columns]).toEqual([rows, columns]);
            expect(Math.min(mark.width, mark.height)).toBeGreaterThanOrEqual(8);
          }
          expect((await toPng(scene, { scale: 1 })).length).toBeGreaterThan(100);
        },
      ),
      { numRuns: 12 },
    );
  });

  test.each<[string, () => unknown, abstract new (...args: never[]) => Error]>([
    ['no pixel', () => digitGrid([[]]), ShapeError],
    ['a matrix of no pixel', () => digitGrid([new Matrix(0, 3)]), ShapeError],
    ['a shape of one number', () => digitGrid([[1, 2]], { shape: [2] as never }), ParameterError],
    ['a shape in words', () => digitGrid([[1, 2]], { shape: '1x2' as never }), ParameterError],
    ['a range of one number', () => digitGrid([[1]], { range: [2] as never }), ParameterError],
    ['a range without an end', () => digitGrid([[1]], { range: [0, Infinity] }), ParameterError],
    ['a range that is NaN', () => digitGrid([[1]], { range: [NaN, 1] }), ParameterError],
  ])('%s is refused', (_, act, type) => expect(act).toThrow(type));
});

describe('many images', () => {
  test('are drawn smaller, with their labels alone', () => {
    const images = new ByteMatrix(1797, 64, new Uint8Array(1797 * 64));
    const scene = digitGrid(images, { labels: Array.from({ length: 1797 }, (_, index) => index % 10) });
    expect(Math.max(scene.width, scene.height)).toBeLessThan(2500);
    expect(scene.marks.find((mark) => mark.kind === 'text')).toMatchObject({ text: '0' });
    expect(clippedMarks(scene)).toEqual([]);
  });

  test('are refused beyond a number and beyond a number of pixels, before they are read', () => {
    expect(() => digitGrid(new ByteMatrix(MOST_IMAGES + 1, 1, new Uint8Array(MOST_IMAGES + 1)))).toThrow(
      'the number of images must be at most 10000 in a picture, got 10001',
    );
    expect(() => digitGrid([new Matrix(1, 1), new ByteMatrix(1, 2 ** 24, new Uint8Array(2 ** 24))])).toThrow(
      'all images together must be at most 16777216 pixels in a picture, got 16777217',
    );
  });
});

describe('options', () => {
  const item = { index: 0, actual: 1, predicted: 2 };
  test.each<[string, () => unknown, string]>([
    ['digitGrid', () => digitGrid([[1]], { lables: [1] } as never), 'did you mean labels?'],
    ['misclassifiedGallery', () => misclassifiedGallery([item], [[1]], { shap: [1, 1] } as never), 'shape?'],
    ['weightImages', () => weightImages([[1]], { range: [0, 1] } as never), 'every option must be one of'],
    ['null', () => digitGrid([[1]], null as never), 'options must be an object'],
    ['an item', () => misclassifiedGallery([3 as never], [[1]]), 'items[0] must be an object'],
    ['a title', () => digitGrid([[1]], { titles: [3 as never] }), 'titles[0] must be text'],
    ['labels', () => digitGrid([[1]], { labels: 'a' as never }), 'labels must be an array'],
  ])('of %s are checked', (_, act, message) => {
    expect(act).toThrow(ParameterError);
    expect(act).toThrow(message);
  });

  test('an SVG has the greys of its pixels', () => {
    const svg = toSvg(digitGrid([caseRows('usps.csv')[0]]));
    const greys = new Set(svg.match(/fill="#([0-9a-f]{2})\1\1"/g));
    expect(greys.size).toBe(256);
  });
});

import { describe, expect, test } from '@jest/globals';
import { NonFiniteError, ParameterError, ShapeError } from '@tenfold/core';
import { ByteMatrix, Matrix } from '@tenfold/linalg';
import fc from 'fast-check';

import { contrast } from '../src/colors/contrast.js';
import { heatmapData } from '../src/heatmap/heatmap-data.js';
import { confusionHeatmap, type HeatmapStyleName, type Picture, type Scene, toSvg } from '../src/index.js';
import { smallMatrix, tutorialMatrix } from './support/samples.js';
import { box, clippedMarks } from './support/scene-checks.js';

const styles: HeatmapStyleName[] = ['tenfold', 'seaborn', 'matplotlib'];

function heatmapOf(scene: Scene): Extract<Picture, { kind: 'heatmap' }> {
  if (scene.picture.kind !== 'heatmap') throw new Error('no heatmap');
  return scene.picture;
}

describe('normalisation', () => {
  test('divides by rows, columns or all, and leaves empty classes at 0', () => {
    const cm = [
      [3, 1],
      [0, 0],
    ];
    const values = (normalize: 'none' | 'true' | 'pred' | 'all'): number[][] =>
      heatmapData('test', cm, normalize).values.map((row) => [...row]);
    expect(values('none')).toEqual(cm);
    expect(values('true')).toEqual([
      [0.75, 0.25],
      [0, 0],
    ]);
    expect(values('pred')).toEqual([
      [1, 1],
      [0, 0],
    ]);
    expect(values('all')).toEqual([
      [0.75, 0.25],
      [0, 0],
    ]);
  });

  test('takes every kind of matrix', () => {
    const expected = toSvg(confusionHeatmap(smallMatrix));
    expect(toSvg(confusionHeatmap(new Matrix(smallMatrix)))).toBe(expected);
    expect(toSvg(confusionHeatmap(new ByteMatrix(3, 3, Uint8Array.from(smallMatrix.flat()))))).toBe(expected);
    expect(toSvg(confusionHeatmap(smallMatrix.map((row) => Float64Array.from(row))))).toBe(expected);
  });
});

describe('styles', () => {
  test.each(styles)('%s draws three classes as before', (style) => {
    const labels = ['cat', 'dog', 'a rather long name'];
    expect(toSvg(confusionHeatmap(smallMatrix, { style, labels }))).toMatchSnapshot();
  });

  test("seaborn's has three decimals, Blues_r and the accuracy in its title", () => {
    const scene = confusionHeatmap(tutorialMatrix, { style: 'seaborn' });
    expect(scene.title).toBe('Accuracy Score: 0.9533333333333334');
    const { texts, fills, inks } = heatmapOf(scene);
    expect(texts[0].slice(0, 2)).toEqual(['37.000', '0.000']);
    expect([fills[0][1], fills[6][6]]).toEqual(['#08306b', '#f7fbff']);
    expect([inks[0][1], inks[6][6]]).toEqual(['#ffffff', '#262626']);
  });

  test("matplotlib's has whole counts, Pastel1 and slanted ticks", () => {
    const scene = confusionHeatmap(tutorialMatrix, { style: 'matplotlib' });
    expect(scene.title).toBe('Confusion matrix');
    const { texts, fills } = heatmapOf(scene);
    expect(texts[0].slice(0, 2)).toEqual(['37', '0']);
    expect([fills[0][0], fills[0][1], fills[2][2]]).toEqual(['#e5d8bd', '#fbb4ae', '#fddaec']);
    expect(scene.marks.filter((mark) => mark.kind === 'text' && mark.rotate === -45)).toHaveLength(10);
  });

  test('our own gives recall and precision at the edges', () => {
    const scene = confusionHeatmap(smallMatrix);
    const texts = scene.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(texts).toEqual(
      expect.arrayContaining(['Recall', '98.0%', '60.0%', 'Precision', '92.6%', '73.8%']),
    );
    expect(scene.desc).toBe(
      'Confusion matrix of 3 classes. 85.9% of 149 right. Most often 1 was taken for 2.',
    );
  });
});

describe('layout', () => {
  const matrices = fc.integer({ min: 1, max: 12 }).chain((size) =>
    fc.record({
      cm: fc.array(
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60000 })), {
          minLength: size,
          maxLength: size,
        }),
        { minLength: size, maxLength: size },
      ),
      labels: fc.array(fc.string({ maxLength: 30 }), { minLength: size, maxLength: size }),
      style: fc.constantFrom(...styles),
      title: fc.string({ maxLength: 80 }),
      normalize: fc.constantFrom('none' as const, 'true' as const, 'pred' as const, 'all' as const),
    }),
  );

  test('clips nothing and keeps every annotation in its cell', () => {
    fc.assert(
      fc.property(matrices, ({ cm, ...options }) => {
        const scene = confusionHeatmap(cm, options);
        expect(clippedMarks(scene)).toEqual([]);
        const cells = scene.marks.filter((mark) => mark.kind === 'rect' && mark.label !== undefined);
        expect(cells).toHaveLength(cm.length ** 2);
        for (const cell of cells) {
          const outer = box(cell);
          const inner = box(scene.marks[scene.marks.indexOf(cell) + 1]);
          expect(inner.left).toBeGreaterThanOrEqual(outer.left);
          expect(inner.right).toBeLessThanOrEqual(outer.right);
          expect(inner.top).toBeGreaterThanOrEqual(outer.top);
          expect(inner.bottom).toBeLessThanOrEqual(outer.bottom);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('of our own style is readable in every cell', () => {
    fc.assert(
      fc.property(matrices, ({ cm, normalize }) => {
        const { fills, inks } = heatmapOf(confusionHeatmap(cm, { normalize }));
        fills.forEach((row, i) =>
          row.forEach((fill, j) => expect(contrast(fill, inks[i][j])).toBeGreaterThanOrEqual(4.5)),
        );
      }),
      { numRuns: 60 },
    );
  });

  test.each(styles)('%s stays whole with 30 classes of long names and counts to 60000', (style) => {
    const size = 30;
    const cm = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_unused, j) => (i === j ? 60000 : i * j)),
    );
    const labels = cm.map((_, index) => `class number ${index}`);
    expect(clippedMarks(confusionHeatmap(cm, { style, labels }))).toEqual([]);
  });

  test.each(styles)('%s shows a matrix of zeros and one of a single class', (style) => {
    const zeros = heatmapOf(
      confusionHeatmap(
        [
          [0, 0],
          [0, 0],
        ],
        { style },
      ),
    );
    expect(new Set(zeros.fills.flat()).size).toBe(1);
    expect(clippedMarks(confusionHeatmap([[12]], { style }))).toEqual([]);
  });
});

describe('bad input', () => {
  test.each<[string, () => unknown, abstract new (...args: never[]) => Error]>([
    ['not square', () => confusionHeatmap([[1, 2]]), ShapeError],
    ['empty', () => confusionHeatmap([]), ShapeError],
    ['ragged', () => confusionHeatmap([[1, 2], [3]]), ShapeError],
    ['negative', () => confusionHeatmap([[-1]]), ParameterError],
    ['NaN', () => confusionHeatmap([[NaN]]), NonFiniteError],
    ['no matrix', () => confusionHeatmap('matrix' as never), ShapeError],
    ['rows that are none', () => confusionHeatmap([3] as never), ShapeError],
    ['labels of another length', () => confusionHeatmap([[1]], { labels: ['a', 'b'] }), ShapeError],
    ['unknown style', () => confusionHeatmap([[1]], { style: 'seabron' as never }), ParameterError],
    ['unknown normalisation', () => confusionHeatmap([[1]], { normalize: 'rows' as never }), ParameterError],
    ['a title that is no text', () => confusionHeatmap([[1]], { title: 3 as never }), ParameterError],
  ])('%s', (_, act, type) => expect(act).toThrow(type));

  test('a misspelt style is answered with the near one', () => {
    expect(() => confusionHeatmap([[1]], { style: 'seabron' as never })).toThrow('did you mean seaborn');
  });
});

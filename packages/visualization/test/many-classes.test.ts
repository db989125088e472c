import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { contrast } from '../src/colors/contrast.js';
import { thinPoints } from '../src/charts/thin-points.js';
import { niceStep } from '../src/heatmap/label-step.js';
import {
  confusionHeatmap,
  type HeatmapStyleName,
  type ImageMark,
  rocPlot,
  type Scene,
  toHtml,
  toSvg,
  toTerminal,
  trainingCurve,
  weightImages,
} from '../src/index.js';
import { box, clippedMarks } from './support/scene-checks.js';

const styles: HeatmapStyleName[] = ['tenfold', 'seaborn', 'matplotlib'];

/** Ten of each class are right; three of class 1 are taken for class 0, one of the last class for class 2. */
function matrixOf(size: number): Float64Array[] {
  const cm = Array.from({ length: size }, (_, index) => {
    const row = new Float64Array(size);
    row[index] = 10;
    return row;
  });
  cm[1][0] = 3;
  cm[size - 1][2] = 1;
  return cm;
}

function imageOf(scene: Scene): ImageMark {
  const mark = scene.marks.find((one) => one.kind === 'image');
  if (mark?.kind !== 'image') throw new Error('no image');
  return mark;
}

function colorAt({ image }: ImageMark, row: number, column: number): string {
  const start = (row * image.columns + column) * 3;
  return `#${Buffer.from(image.pixels.slice(start, start + 3)).toString('hex')}`;
}

describe('a confusion matrix of many classes', () => {
  test.each(styles)('is an image of its cells in the style %s, with some of the labels', (style) => {
    const names = Array.from({ length: 400 }, (_, index) => `c${index}`);
    const scene = confusionHeatmap(matrixOf(400), { style, labels: names });
    const mark = imageOf(scene);
    expect([mark.image.rows, mark.image.columns, mark.width]).toEqual([400, 400, 800]);
    const colors = [
      [1, 0],
      [5, 5],
      [399, 2],
      [7, 9],
    ].map(([row, column]) => colorAt(mark, row, column));
    expect(new Set(colors).size).toBeGreaterThanOrEqual(3);
    const labels = scene.marks.flatMap((one) =>
      one.kind === 'text' && names.includes(one.text) ? [one] : [],
    );
    expect(labels.length).toBeGreaterThanOrEqual(16);
    expect(labels.length).toBeLessThan(100);
    // No two labels of the rows touch each other.
    const rows = labels.filter((one) => one.anchor === 'end' && one.rotate === undefined).map(box);
    for (const [index, one] of rows.entries())
      if (index > 0) expect(one.top).toBeGreaterThan(rows[index - 1].bottom);
    expect(clippedMarks(scene)).toEqual([]);
  });

  test('shows the strongest of the cells that share a pixel', () => {
    const mark = imageOf(confusionHeatmap(matrixOf(1000)));
    expect([mark.image.rows, mark.width]).toEqual([500, 1000]);
    // The last class and class 2: the only mistake among 2 × 2 cells, and not a quarter of one.
    const alone = imageOf(confusionHeatmap(matrixOf(500)));
    expect(colorAt(mark, 499, 1)).toBe(colorAt(alone, 499, 2));
    expect(contrast(colorAt(mark, 499, 1), colorAt(mark, 250, 100))).toBeGreaterThan(1.2);
  });

  test('lists its mistakes as a table, the largest first', () => {
    const scene = confusionHeatmap(matrixOf(400));
    expect(scene.table).toEqual({
      caption: 'Confusion matrix: 2 pairs of classes that were mistaken',
      columns: ['Actual label', 'Predicted label', 'Count'],
      rows: [
        ['1', '0', '3'],
        ['399', '2', '1'],
      ],
    });
    expect(scene.desc).toContain('Most often 1 was taken for 0.');
    const dense = Array.from({ length: 60 }, (_, i) =>
      Array.from({ length: 60 }, (_cell, j) => i * 60 + j + 1),
    );
    const { rows, caption } = confusionHeatmap(dense).table;
    expect(caption).toBe('Confusion matrix: the 1,000 largest of 3,540 pairs of classes that were mistaken');
    expect(rows.map((row) => Number(row[2].replace(',', '')))).toEqual(
      dense
        .flatMap((row, i) => row.filter((_, j) => j !== i))
        .sort((a, b) => b - a)
        .slice(0, 1000),
    );
  });

  test.each([41, 400, 1000])('of %d classes has an SVG and a page of bounded size', (size) => {
    const scene = confusionHeatmap(matrixOf(size));
    expect(Math.max(scene.width, scene.height)).toBeLessThan(1300);
    expect(toSvg(scene).length).toBeLessThan(100_000);
    expect(toHtml(scene).length).toBeLessThan(150_000);
    for (const line of toTerminal(scene).split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('keeps its numbers up to 40 classes', () => {
    expect(confusionHeatmap(matrixOf(40)).picture.kind).toBe('heatmap');
    expect(confusionHeatmap(matrixOf(41)).picture.kind).toBe('images');
  });

  test('labels every 1st, 2nd, 5th, 10th, …', () => {
    expect([0.1, 1, 1.1, 2.5, 7, 10, 11, 70, 500].map(niceStep)).toEqual([1, 1, 2, 5, 10, 10, 20, 100, 500]);
  });
});

describe('ROC curves of many classes', () => {
  const curves = Array.from({ length: 400 }, (_, index) => ({
    name: `class ${index}`,
    fpr: [0, 0.5, 1],
    tpr: [0, 0.5 + index / 1000, 1],
  }));

  test('name the five worst and all of them together', () => {
    const scene = rocPlot(curves);
    const texts = scene.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(texts).toContain('400 classes, mean AUC 0.600');
    const named = texts.filter((text) => text.startsWith('class '));
    expect(named.map((text) => text.split(' ')[1])).toEqual(['0', '1', '2', '3', '4']);
    expect(scene.height).toBeLessThan(600);
    expect(scene.marks.filter((mark) => mark.kind === 'line').length).toBeLessThan(250);
    expect(scene.table.rows).toHaveLength(400);
    expect(scene.desc.length).toBeLessThan(250);
    expect(clippedMarks(scene)).toEqual([]);
    expect(toTerminal(scene).split('\n').length).toBeLessThan(45);
  });

  test('up to twenty are all named', () => {
    const texts = rocPlot(curves.slice(0, 20)).marks.flatMap((mark) =>
      mark.kind === 'text' ? [mark.text] : [],
    );
    expect(texts.filter((text) => text.startsWith('class '))).toHaveLength(20);
  });
});

describe('long curves', () => {
  test('are thinned without losing a peak', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: -1000, max: 1000 }));
    fc.assert(
      fc.property(fc.array(point, { minLength: 2001, maxLength: 6000 }), (points) => {
        const thin = thinPoints(points, 1);
        expect(thin.length).toBeLessThanOrEqual(2010);
        expect(thin[0]).toBe(points[0]);
        expect(thin.at(-1)).toBe(points.at(-1));
        const ys = (some: readonly (readonly [number, number])[]): number[] =>
          some.map(([, y]) => y).sort((a, b) => a - b);
        expect([ys(thin)[0], ys(thin).at(-1)]).toEqual([ys(points)[0], ys(points).at(-1)]);
      }),
      { numRuns: 20 },
    );
    const few = [[0, 1] as const, [1, 0] as const];
    expect(thinPoints(few, 400)).toBe(few);
  });

  test('of 200,000 points and of 400 runs are drawn', () => {
    const points = Array.from({ length: 200_000 }, (_, iteration) => ({
      iteration,
      loss: 1 / (iteration + 1),
    }));
    expect(toSvg(trainingCurve(points)).length).toBeLessThan(100_000);
    const runs = Array.from({ length: 400 }, (_, index) => ({
      name: `class ${index}`,
      points: points.slice(0, 3),
    }));
    const scene = trainingCurve(runs);
    expect(scene.height).toBeLessThan(600);
    expect(JSON.stringify(scene.marks)).toContain('and 381 more');
    expect(clippedMarks(scene)).toEqual([]);
  });
});

test('weights of 400 classes are drawn small', () => {
  const coef = Array.from({ length: 400 }, (_, index) =>
    Array.from({ length: 64 }, (_pixel, pixel) => pixel - index),
  );
  const scene = weightImages(coef);
  expect(Math.max(scene.width, scene.height)).toBeLessThan(3000);
  expect(clippedMarks(scene)).toEqual([]);
});

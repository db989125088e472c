import { describe, expect, test } from '@jest/globals';
import { confusionHeatmap } from '@tenfold/visualization';
import fc from 'fast-check';

import { contrast, cssColor, parseColor, READABLE } from '../../src/webviews/shared/color/color.js';
import { themeColors } from '../../src/webviews/shared/color/theme-colors.js';
import { abbreviated, annotate } from '../../src/webviews/shared/matrix/annotations.js';
import { cellColors, type MatrixStyle } from '../../src/webviews/shared/matrix/cell-colors.js';
import { classReport } from '../../src/webviews/shared/matrix/class-report.js';
import { moveCell } from '../../src/webviews/shared/matrix/grid-keys.js';
import { largestMistakes } from '../../src/webviews/shared/matrix/largest-mistakes.js';
import { cellValue, matrixData, type Normalization } from '../../src/webviews/shared/matrix/matrix-data.js';
import { layOutMatrix } from '../../src/webviews/shared/matrix/matrix-layout.js';
import { drawnItems, matrixWindow, WHOLE } from '../../src/webviews/shared/matrix/matrix-window.js';

/** What the tutorial's classifier makes of the digits kept for testing. */
const TUTORIAL = [
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
const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const data = matrixData(TUTORIAL, digits);

const dark = themeColors(
  reader({ '--vscode-editor-background': '#1f1f1f', '--vscode-foreground': '#ccc' }),
  false,
);
const light = themeColors(
  reader({ '--vscode-editor-background': '#ffffff', '--vscode-foreground': '#3b3b3b' }),
  false,
);
const styles: MatrixStyle[] = ['theme', 'seaborn', 'matplotlib'];
const normalizations: Normalization[] = ['counts', 'actual', 'predicted'];

function reader(variables: Record<string, string>): (name: string) => string {
  return (name) => variables[name] ?? '';
}

const matrices = fc.integer({ min: 1, max: 12 }).chain((size) =>
  fc.array(fc.array(fc.nat(2000), { minLength: size, maxLength: size }), {
    minLength: size,
    maxLength: size,
  }),
);

describe('the data of a matrix', () => {
  test('has the tutorial’s accuracy', () => {
    expect(data.accuracy).toBe(0.9533333333333334);
    expect(data.total).toBe(450);
  });

  test('divides by rows or by columns, and a share of nothing is 0', () => {
    const [row, column] = [8, 1];
    expect(cellValue(data, 'counts', row, column)).toBe(3);
    expect(cellValue(data, 'actual', row, column)).toBe(3 / 48);
    expect(cellValue(data, 'predicted', row, column)).toBe(3 / 44);
    const empty = matrixData(
      [
        [0, 0],
        [0, 1],
      ],
      ['a', 'b'],
    );
    expect(cellValue(empty, 'actual', 0, 0)).toBe(0);
    expect(matrixData([[0]], ['a']).accuracy).toBe(0);
  });

  test('gives scikit-learn’s scores of the tutorial’s classes', () => {
    const { classes, macro, weighted } = classReport(data);
    expect(classes[8].precision).toBeCloseTo(43 / 46, 12);
    expect(classes[8].recall).toBeCloseTo(43 / 48, 12);
    expect(classes[8].f1).toBeCloseTo((2 * 43) / (46 + 48), 12);
    expect(macro.support).toBe(450);
    expect(weighted.recall).toBeCloseTo(data.accuracy, 12);
  });

  test('has scores between 0 and 1 whatever the counts', () => {
    fc.assert(
      fc.property(matrices, (counts) => {
        const { classes, macro, weighted } = classReport(matrixData(counts, counts.map(String)));
        for (const { precision, recall, f1 } of [...classes, macro, weighted])
          for (const score of [precision, recall, f1]) expect(score >= 0 && score <= 1 + 1e-12).toBe(true);
      }),
    );
  });
});

describe('the colours of cells', () => {
  test.each(['seaborn', 'matplotlib'] as const)('are those that %s gives its pictures', (style) => {
    const { picture } = confusionHeatmap(TUTORIAL, { style });
    if (picture.kind !== 'heatmap') throw new Error('no heatmap');
    const colors = cellColors(style, data, 'counts', dark);
    const fills = TUTORIAL.map((row, i) => row.map((_, j) => cssColor(colors(i, j).fill)));
    const distance = fills.flatMap((row, i) =>
      row.map((fill, j) => channelDistance(fill, picture.fills[i][j])),
    );
    expect(Math.max(...distance)).toBeLessThanOrEqual(2);
  });

  test('leave every text readable, in every style and theme', () => {
    fc.assert(
      fc.property(
        matrices,
        fc.constantFrom(...styles),
        fc.constantFrom(...normalizations),
        (counts, style, by) => {
          const some = matrixData(counts, counts.map(String));
          for (const theme of [dark, light]) {
            const colors = cellColors(style, some, by, theme);
            for (let i = 0; i < counts.length; i++)
              for (let j = 0; j < counts.length; j++) {
                const { fill, ink } = colors(i, j);
                expect(contrast(fill, ink)).toBeGreaterThanOrEqual(READABLE);
              }
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('distinguish right from wrong, and one in a hundred from nothing', () => {
    const counts = [
      [99, 1],
      [0, 100],
    ];
    const colors = cellColors('theme', matrixData(counts, ['a', 'b']), 'counts', dark);
    const fills = [colors(0, 0), colors(0, 1), colors(1, 0)].map(({ fill }) => cssColor(fill));
    expect(new Set(fills).size).toBe(3);
    expect(contrast(colors(0, 1).fill, colors(1, 0).fill)).toBeGreaterThan(1.15);
  });
});

describe('the texts of cells', () => {
  test('are the tutorial’s where there is room, shorter where there is less, and none where there is none', () => {
    const at = (cell: number): string => annotate('seaborn', data, 'counts', cell).text(0, 0);
    expect([at(56), at(26), at(12)]).toEqual(['37.000', '37', '']);
  });

  test('always fit their cells at a size that can be read', () => {
    fc.assert(
      fc.property(
        matrices,
        fc.constantFrom(...styles),
        fc.constantFrom(...normalizations),
        fc.integer({ min: 1, max: 80 }),
        (counts, style, by, cell) => {
          const { size, text } = annotate(style, matrixData(counts, counts.map(String)), by, cell);
          for (let i = 0; i < counts.length; i++) {
            const own = text(i, i);
            if (own === '') continue;
            expect(size).toBeGreaterThanOrEqual(9);
            expect(own.length * size * 0.62).toBeLessThanOrEqual(cell);
          }
        },
      ),
    );
  });

  test.each([
    [0, '0'],
    [999, '999'],
    [1000, '1.0k'],
    [9949, '9.9k'],
    [9950, '10k'],
    [60_000, '60k'],
    [999_499, '999k'],
    [999_500, '1.0M'],
  ])('%d in four characters is %s', (count, text) => {
    expect(abbreviated(count)).toBe(text);
  });
});

describe('the layout', () => {
  test('fits ten classes into a narrow window, with targets of 24 pixels or more', () => {
    const { cell, gap, rowLabels } = layOutMatrix(360, digits.map(String));
    expect(cell).toBeGreaterThanOrEqual(24);
    expect(rowLabels + 10 * (cell + gap)).toBeLessThanOrEqual(360);
  });

  test('gives long labels a limit, and writes them upwards', () => {
    const labels = Array.from({ length: 100 }, () => 'x'.repeat(500));
    const { rowLabels, columnLabels, isUpright, cell } = layOutMatrix(900, labels);
    expect([rowLabels, columnLabels, isUpright, cell]).toEqual([140, 140, true, 16]);
  });
});

describe('the keys', () => {
  test.each([
    ['ArrowUp', false, [4, 5]],
    ['ArrowDown', false, [6, 5]],
    ['ArrowLeft', false, [5, 4]],
    ['ArrowRight', false, [5, 6]],
    ['ArrowLeft', true, [5, 0]],
    ['Home', false, [5, 0]],
    ['End', false, [5, 9]],
    ['Home', true, [0, 0]],
    ['End', true, [9, 9]],
    ['PageUp', false, [0, 5]],
    ['PageDown', false, [9, 5]],
    ['Tab', false, undefined],
    ['a', false, undefined],
  ] as const)('%s with control %s', (key, control, goal) => {
    expect(moveCell([5, 5], key, control, 10)).toEqual(goal);
  });

  test('never leave the grid', () => {
    const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown');
    fc.assert(
      fc.property(fc.array(keys), fc.integer({ min: 1, max: 30 }), (pressed, size) => {
        let cell: readonly [number, number] = [0, 0];
        for (const key of pressed) cell = moveCell(cell, key, false, size) ?? cell;
        for (const place of cell) expect(place >= 0 && place < size).toBe(true);
      }),
    );
  });
});

describe('a matrix of very many classes', () => {
  const view = { left: 3000, top: 6500, width: 640, height: 480 };

  test('is drawn where it is seen, and nowhere else', () => {
    const { rows, columns } = matrixWindow(view, 17, 400);
    expect(rows.first).toBeLessThanOrEqual(Math.floor(view.top / 17));
    expect(rows.end).toBe(400);
    expect(columns.first).toBeLessThanOrEqual(Math.floor(view.left / 17));
    expect(columns.end).toBeGreaterThanOrEqual(Math.ceil((view.left + view.width) / 17));
    expect((rows.end - rows.first) * (columns.end - columns.first)).toBeLessThan(2500);
  });

  test('has in its window whatever is seen of it', () => {
    const pixels = fc.integer({ min: 0, max: 40_000 });
    fc.assert(
      fc.property(pixels, pixels, fc.integer({ min: WHOLE + 1, max: 2000 }), (left, top, size) => {
        const { rows, columns } = matrixWindow({ ...view, left, top }, 17, size);
        for (const [{ first, end }, position, length] of [
          [rows, top, view.height],
          [columns, left, view.width],
        ] as const) {
          expect(first * 17).toBeLessThanOrEqual(position);
          expect(Math.min(end * 17, size * 17)).toBeGreaterThanOrEqual(
            Math.min(position + length, size * 17),
          );
          expect(end - first).toBeLessThanOrEqual(length / 17 + 18);
        }
      }),
    );
  });

  test('is drawn whole while its classes are few', () => {
    expect(matrixWindow(view, 17, WHOLE)).toEqual({
      rows: { first: 0, end: WHOLE },
      columns: { first: 0, end: WHOLE },
    });
  });

  test('keeps the focused cell, which Tab leads to', () => {
    expect(drawnItems({ first: 8, end: 11 }, undefined)).toEqual([8, 9, 10]);
    expect(drawnItems({ first: 8, end: 11 }, 9)).toEqual([8, 9, 10]);
    expect(drawnItems({ first: 8, end: 11 }, 2)).toEqual([2, 8, 9, 10]);
    expect(drawnItems({ first: 8, end: 11 }, 399)).toEqual([8, 9, 10, 399]);
  });
});

describe('the largest mistakes', () => {
  test('are the tutorial’s', () => {
    expect(largestMistakes(TUTORIAL, 4)).toEqual([
      [2, 3],
      [8, 1],
      [1, 6],
      [1, 8],
    ]);
  });

  test('are the first of all mistakes in order', () => {
    fc.assert(
      fc.property(matrices, fc.integer({ min: 1, max: 20 }), (counts, most) => {
        const all = counts.flatMap((row, i) => row.map((count, j) => ({ count, cell: [i, j] })));
        const expected = all
          .filter(({ count, cell: [i, j] }) => i !== j && count > 0)
          .sort((a, b) => b.count - a.count)
          .slice(0, most);
        expect(largestMistakes(counts, most)).toEqual(expected.map(({ cell }) => cell));
      }),
    );
  });
});

describe('colours', () => {
  test.each([
    ['#fff', [255, 255, 255]],
    ['#1f1f1f', [31, 31, 31]],
    ['#ff000080', [128, 0, 0]],
    ['rgb(1, 2, 3)', [1, 2, 3]],
    ['rgba(255, 255, 255, 0.5)', [127.5, 127.5, 127.5]],
    ['rgb(1 2 3 / 1)', [1, 2, 3]],
  ])('%s is read', (text, color) => {
    parseColor(text)?.forEach((channel, i) => expect(channel).toBeCloseTo(color[i], -0.5));
    expect(parseColor(text)).toHaveLength(3);
  });

  test.each(['', 'red', '#12', '#12345', 'url(x)', 'rgb(a, b, c)', 'var(--x)'])('"%s" is none', (text) => {
    expect(parseColor(text)).toBeUndefined();
  });

  test('of a theme that says nothing can still be seen', () => {
    const { background, series, muted } = themeColors(() => '', false);
    for (const color of series) expect(contrast(background, color)).toBeGreaterThanOrEqual(3);
    expect(contrast(background, muted)).toBeGreaterThanOrEqual(READABLE);
  });
});

function channelDistance(first: string, second: string): number {
  const [a, b] = [parseColor(first)!, parseColor(second)!];
  return Math.max(...a.map((channel, i) => Math.abs(channel - b[i])));
}

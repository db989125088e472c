import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { putImage } from '../../src/webviews/shared/image-grid-atlas.js';
import {
  type GridLayout,
  gridLayout,
  imageAt,
  imagesAbove,
  LARGEST_TILE,
  moveImage,
  positionBelow,
  SMALLEST_TILE,
  visibleImages,
  zoomTile,
} from '../../src/webviews/shared/image-grid-layout.js';
import { MOST_SELECTED, NOTHING, selectAt } from '../../src/webviews/shared/image-grid-selection.js';
import { movePlace, wholeValue } from '../../src/webviews/shared/pixels-readout-values.js';

const someLayout = fc
  .record({
    width: fc.integer({ min: 1, max: 4000 }),
    count: fc.integer({ min: 1, max: 100_000 }),
    shape: fc.tuple(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 1, max: 64 })),
    tile: fc.integer({ min: SMALLEST_TILE, max: LARGEST_TILE }),
    ratio: fc.constantFrom(1, 1.25, 1.5, 2, 3),
  })
  .map((made) => ({
    ...made,
    layout: gridLayout(made.width, made.count, made.shape, made.tile, made.ratio),
  }));

describe('where the images of a grid lie', () => {
  test('digits of 8 × 8 pixels at 48 pixels', () => {
    expect(gridLayout(640, 1797, [8, 8], 48, 1)).toEqual({
      columns: 10,
      rows: 180,
      imageWidth: 48,
      imageHeight: 48,
      caption: 18,
      cellWidth: 58,
      cellHeight: 76,
      margin: 8,
      total: 180 * 76 + 8,
    });
  });

  test('a pixel takes a whole number of the screen’s pixels, and at least one', () => {
    fc.assert(
      fc.property(someLayout, ({ layout, shape, tile, ratio }) => {
        const scale = (layout.imageWidth * ratio) / shape[1];
        if (tile * ratio >= Math.max(...shape))
          expect(Math.abs(scale - Math.round(scale))).toBeLessThan(1e-9);
        expect(layout.imageWidth).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  test('all images have a place, and no row is too many', () => {
    fc.assert(
      fc.property(someLayout, ({ layout: { columns, rows, cellHeight, margin, total }, count }) => {
        expect(columns * rows).toBeGreaterThanOrEqual(count);
        expect(columns * (rows - 1)).toBeLessThan(count);
        expect(total).toBeCloseTo(rows * cellHeight + margin, 6);
      }),
    );
  });

  test('a grid wider than one image is never wider than its room', () => {
    fc.assert(
      fc.property(someLayout, ({ layout: { columns, cellWidth, margin }, width }) => {
        if (columns > 1) expect(margin + columns * cellWidth).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('small images have no text below them', () => {
    expect(gridLayout(640, 100, [28, 28], 28, 1).caption).toBe(0);
    expect(gridLayout(640, 100, [28, 28], 56, 1).caption).toBe(18);
  });

  test('what is seen of 70,000 images is what lies between the edges', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 3000 }),
        (part, viewport) => {
          const layout = gridLayout(900, 70_000, [28, 28], 56, 1);
          const position = part * (layout.total - viewport);
          const { first, end } = visibleImages(layout, 70_000, position, viewport);
          expect(end - first).toBeLessThanOrEqual(
            (Math.ceil(viewport / layout.cellHeight) + 1) * layout.columns,
          );
          const top = (image: number): number =>
            layout.margin + Math.floor(image / layout.columns) * layout.cellHeight;
          if (first > 0) expect(top(first - 1) + layout.cellHeight).toBeLessThanOrEqual(position + 1e-6);
          if (end < 70_000)
            expect(top(end)).toBeGreaterThanOrEqual(position + viewport - layout.margin - 1e-6);
        },
      ),
    );
  });

  test('what lies above is found again, also when the images are larger', () => {
    fc.assert(
      fc.property(someLayout, fc.double({ min: 0, max: 1, noNaN: true }), ({ layout }, part) => {
        const position = part * layout.total;
        expect(positionBelow(layout, imagesAbove(layout, position))).toBeCloseTo(position, 4);
      }),
    );
    const small = gridLayout(900, 70_000, [28, 28], 56, 1);
    const large = gridLayout(700, 70_000, [28, 28], 84, 1);
    for (const image of [0, 130, 35_000]) {
      const row = Math.floor(image / small.columns);
      const above = imagesAbove(small, row === 0 ? 0 : small.margin + row * small.cellHeight);
      const { first } = visibleImages(large, 70_000, positionBelow(large, above) + 0.01, 500);
      expect(first).toBeLessThanOrEqual(row * small.columns);
      expect(first).toBeGreaterThan(row * small.columns - large.columns);
    }
  });

  test('nothing is seen of nothing', () => {
    expect(visibleImages(gridLayout(900, 0, [28, 28], 56, 1), 0, 0, 500)).toEqual({ first: 0, end: 0 });
  });
});

describe('what lies under the pointer', () => {
  const shape = [28, 20] as const;
  const layout = gridLayout(500, 95, shape, 56, 1);
  const middle = (
    image: number,
    { columns, margin, cellWidth, cellHeight }: GridLayout,
  ): [number, number] => [
    margin + (image % columns) * cellWidth,
    margin + Math.floor(image / columns) * cellHeight,
  ];

  test('every pixel of every image is found where it is drawn', () => {
    fc.assert(
      fc.property(fc.nat(94), fc.nat(19), fc.nat(27), (image, x, y) => {
        const [left, top] = middle(image, layout);
        const at: [number, number] = [left + (x + 0.5) * 2, top + (y + 0.5) * 2];
        expect(imageAt(layout, 95, shape, ...at)).toEqual({ image, pixel: [x, y] });
      }),
    );
  });

  test('beside an image there is none of its pixels', () => {
    const [left, top] = middle(3, layout);
    expect(imageAt(layout, 95, shape, left + 5, top + layout.imageHeight + 4)).toEqual({
      image: 3,
      pixel: undefined,
    });
    expect(imageAt(layout, 95, shape, left + layout.imageWidth + 1, top + 5)).toBeUndefined();
    expect(imageAt(layout, 95, shape, 2, 2)).toBeUndefined();
    expect(imageAt(layout, 95, shape, ...middle(95, layout))).toBeUndefined();
    expect(
      imageAt(layout, 95, shape, layout.margin + layout.columns * layout.cellWidth, top),
    ).toBeUndefined();
  });
});

describe('a walk by keyboard', () => {
  const walk = (at: number, key: string, control = false): number | undefined =>
    moveImage(at, key, control, { columns: 10 }, 3, 95);

  test.each([
    [42, 'ArrowLeft', 41],
    [42, 'ArrowRight', 43],
    [42, 'ArrowUp', 32],
    [42, 'ArrowDown', 52],
    [42, 'Home', 40],
    [42, 'End', 49],
    [42, 'PageUp', 12],
    [42, 'PageDown', 72],
    [0, 'ArrowLeft', 0],
    [94, 'ArrowRight', 94],
    [4, 'ArrowUp', 4],
    [92, 'ArrowDown', 92],
    [88, 'ArrowDown', 94],
    [94, 'End', 94],
    [14, 'PageUp', 4],
    [83, 'PageDown', 93],
    [88, 'PageDown', 88],
  ])('from %i by %s to %i', (at, key, to) => expect(walk(at, key)).toBe(to));

  test('Ctrl+Home and Ctrl+End go to the ends', () => {
    expect([walk(42, 'Home', true), walk(42, 'End', true)]).toEqual([0, 94]);
  });

  test('other keys move nothing', () => {
    for (const key of ['a', 'Enter', 'toString', '__proto__']) expect(walk(42, key)).toBeUndefined();
  });

  test('no key leaves the grid', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'];
    fc.assert(
      fc.property(
        fc.record({
          count: fc.integer({ min: 1, max: 300 }),
          columns: fc.integer({ min: 1, max: 40 }),
          page: fc.integer({ min: 1, max: 20 }),
          start: fc.nat(299),
        }),
        fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean()), { maxLength: 40 }),
        ({ count, columns, page, start }, presses) => {
          let at = start % count;
          for (const [key, control] of presses) {
            at = moveImage(at, key, control, { columns }, page, count) ?? NaN;
            expect(at >= 0 && at < count && Number.isInteger(at)).toBe(true);
          }
        },
      ),
    );
  });
});

describe('zoom', () => {
  test('ends at the smallest and the largest size', () => {
    let tile = 48;
    for (let i = 0; i < 40; i++) tile = zoomTile(tile, 1);
    expect(tile).toBe(LARGEST_TILE);
    for (let i = 0; i < 40; i++) tile = zoomTile(tile, -1);
    expect(tile).toBe(SMALLEST_TILE);
  });

  test('each step changes something until it ends', () => {
    for (let tile = SMALLEST_TILE; tile < LARGEST_TILE; tile++)
      expect(zoomTile(tile, 1)).toBeGreaterThan(tile);
    for (let tile = LARGEST_TILE; tile > SMALLEST_TILE; tile--) expect(zoomTile(tile, -1)).toBeLessThan(tile);
  });
});

describe('the selection', () => {
  const plain = { range: false, toggle: false };
  const places = (selection: typeof NOTHING): number[] => [...selection.places].sort((a, b) => a - b);

  test('a click selects one, Ctrl adds and takes away, Shift takes all between', () => {
    const one = selectAt(NOTHING, 7, plain);
    expect(places(one)).toEqual([7]);
    const two = selectAt(one, 3, { range: false, toggle: true });
    expect(places(two)).toEqual([3, 7]);
    expect(places(selectAt(two, 7, { range: false, toggle: true }))).toEqual([3]);
    const range = selectAt(two, 6, { range: true, toggle: false });
    expect(places(range)).toEqual([3, 4, 5, 6]);
    expect(places(selectAt(range, 1, { range: true, toggle: false }))).toEqual([1, 2, 3]);
  });

  test('a range that is too long keeps the end at its anchor', () => {
    const ranged = (anchor: number, to: number): number[] =>
      places(selectAt(selectAt(NOTHING, anchor, plain), to, { range: true, toggle: false }));
    const down = ranged(100, 60_000);
    expect([down.length, down[0], down.at(-1)]).toEqual([MOST_SELECTED, 100, 100 + MOST_SELECTED - 1]);
    const up = ranged(60_000, 100);
    expect([up.length, up[0], up.at(-1)]).toEqual([MOST_SELECTED, 60_001 - MOST_SELECTED, 60_000]);
  });

  test('never more than is sent at a time, and what was given is not changed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(500), fc.boolean(), fc.boolean()), { maxLength: 300 }),
        (clicks) => {
          let selection = NOTHING;
          for (const [place, range, toggle] of clicks) {
            const before = new Set(selection.places);
            const next = selectAt(selection, place, { range, toggle });
            expect(new Set(selection.places)).toEqual(before);
            expect(next.places.size).toBeLessThanOrEqual(MOST_SELECTED);
            selection = next;
          }
          expect(NOTHING.places.size).toBe(0);
        },
      ),
    );
  });
});

describe('pixels', () => {
  test.each([
    [0, 16, '0'],
    [255, 16, '16'],
    [128, 16, '8'],
    [77, 255, '77'],
    [128, 1, '0.502'],
    [51, 2.5, '0.5'],
  ])('a byte of %i of %d is %s', (byte, maximum, text) => expect(wholeValue(byte, maximum)).toBe(text));

  test('every value of digits survives being a byte', () => {
    for (let value = 0; value <= 16; value++)
      expect(wholeValue(Math.round((value * 255) / 16), 16)).toBe(String(value));
  });

  test('arrow keys stay within the image', () => {
    expect(movePlace([0, 0], 'ArrowLeft', [8, 6])).toEqual([0, 0]);
    expect(movePlace([5, 7], 'ArrowRight', [8, 6])).toEqual([5, 7]);
    expect(movePlace([5, 7], 'ArrowDown', [8, 6])).toEqual([5, 7]);
    expect(movePlace([2, 3], 'ArrowUp', [8, 6])).toEqual([2, 2]);
    expect(movePlace([2, 3], 'End', [8, 6])).toEqual([5, 3]);
    expect(movePlace([2, 3], 'Home', [8, 6])).toEqual([0, 3]);
    expect(movePlace([2, 3], 'x', [8, 6])).toBeUndefined();
  });

  test('grey and coloured images are put into a sheet', () => {
    const sheet = new Uint32Array(12);
    putImage(sheet, 4, 5, Uint8Array.of(0, 255, 1, 128), [2, 2]);
    const bytes = new Uint8Array(sheet.buffer);
    expect([...bytes.subarray(20, 28)]).toEqual([0, 0, 0, 255, 255, 255, 255, 255]);
    expect([...bytes.subarray(36, 44)]).toEqual([1, 1, 1, 255, 128, 128, 128, 255]);
    expect(sheet.filter((pixel) => pixel !== 0)).toHaveLength(4);
    putImage(sheet, 4, 0, Uint8Array.of(1, 2, 3, 200), [1, 1]);
    expect([...bytes.subarray(0, 4)]).toEqual([1, 2, 3, 200]);
  });
});

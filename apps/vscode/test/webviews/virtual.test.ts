import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
  clamp,
  laidOutLength,
  LONGEST,
  positionOf,
  reveal,
  scrolledOf,
  visibleItems,
} from '../../src/webviews/shared/virtual-scroll.js';
import { moveTableCell } from '../../src/webviews/shared/virtual-table-keys.js';

const ROW = 24;

describe('scrolling something long', () => {
  test('70,000 rows are scrolled as they are', () => {
    const total = 70_000 * ROW;
    expect(laidOutLength(total)).toBe(total);
    expect(positionOf(123_456.5, total, 600)).toBe(123_456.5);
    expect(scrolledOf(123_456.5, total, 600)).toBe(123_456.5);
    expect(visibleItems(total - 600, 600, ROW, 70_000)).toEqual({ first: 69_975, end: 70_000 });
  });

  test('what a browser cannot lay out is scrolled in proportion, to both ends', () => {
    const total = 1e9 * ROW;
    expect(laidOutLength(total)).toBe(LONGEST);
    expect(positionOf(0, total, 600)).toBe(0);
    expect(positionOf(LONGEST - 600, total, 600)).toBe(total - 600);
    expect(visibleItems(positionOf(LONGEST - 600, total, 600), 600, ROW, 1e9).end).toBe(1e9);
  });

  test('there and back is the same place', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 1e12 }),
        fc.integer({ min: 1, max: 900 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (total, viewport, part) => {
          const position = part * (total - viewport);
          const scrolled = scrolledOf(position, total, viewport);
          expect(scrolled).toBeLessThanOrEqual(laidOutLength(total) - viewport + 1e-3);
          expect(Math.abs(positionOf(scrolled, total, viewport) - position)).toBeLessThanOrEqual(
            1e-9 * total,
          );
        },
      ),
    );
  });

  test('a browser that scrolls too far does not leave the whole', () => {
    expect(positionOf(LONGEST, 1e10, 600)).toBe(1e10 - 600);
    expect(positionOf(-20, 1e10, 600)).toBe(0);
  });

  test('exactly the items that touch what is seen', () => {
    fc.assert(
      fc.property(
        fc.nat(2000),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 500 }),
        fc.nat(60),
        (position, length, viewport, count) => {
          const { first, end } = visibleItems(position, viewport, length, count);
          const touching = Array.from({ length: count }, (_, item) => item).filter(
            (item) => (item + 1) * length > position && item * length < position + viewport,
          );
          expect(Array.from({ length: end - first }, (_, i) => first + i)).toEqual(touching);
        },
      ),
    );
  });

  test('an item is brought into sight by as little as needed', () => {
    expect(reveal([100, 24], 50, 200)).toBe(50);
    expect(reveal([20, 24], 50, 200)).toBe(20);
    expect(reveal([240, 24], 50, 200)).toBe(64);
    expect(reveal([240, 300], 50, 200)).toBe(240);
    fc.assert(
      fc.property(
        fc.nat(5000),
        fc.integer({ min: 1, max: 100 }),
        fc.nat(5000),
        fc.integer({ min: 100, max: 900 }),
        (start, length, position, viewport) => {
          const next = reveal([start, length], position, viewport);
          expect(start >= next && start + length <= next + viewport).toBe(true);
          expect(reveal([start, length], next, viewport)).toBe(next);
        },
      ),
    );
  });

  test('bounds that cross give the lower one', () => {
    expect([clamp(5, 0, 3), clamp(-5, 0, 3), clamp(2, 0, 3), clamp(2, 0, -1)]).toEqual([3, 0, 2, 0]);
  });
});

describe('the keys of a table', () => {
  const size = { rows: 70_000, columns: 3 };
  const walk = (key: string, control = false) => moveTableCell([500, 1], key, control, size, 20);

  test.each([
    ['ArrowUp', [499, 1], [0, 1]],
    ['ArrowDown', [501, 1], [69_999, 1]],
    ['ArrowLeft', [500, 0], [500, 0]],
    ['ArrowRight', [500, 2], [500, 2]],
    ['Home', [500, 0], [0, 0]],
    ['End', [500, 2], [69_999, 2]],
    ['PageUp', [480, 1], [480, 1]],
    ['PageDown', [520, 1], [520, 1]],
  ])('%s, and with Ctrl', (key, plain, withControl) => {
    expect(walk(key)).toEqual(plain);
    expect(walk(key, true)).toEqual(withControl);
  });

  test('no other key is taken from the browser', () => {
    for (const key of ['Tab', 'Enter', ' ', 'a', 'F1']) expect(walk(key)).toBeUndefined();
  });

  test('no key leaves the table', () => {
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean())),
        (rows, columns, presses) => {
          let cell: readonly [number, number] = [0, 0];
          for (const [key, control] of presses) {
            cell = moveTableCell(cell, key, control, { rows, columns }, 7) ?? [NaN, NaN];
            expect(cell[0] >= 0 && cell[0] < rows && cell[1] >= 0 && cell[1] < columns).toBe(true);
          }
        },
      ),
    );
  });
});

import { beforeAll, describe, expect, test } from '@jest/globals';
import { LogisticRegression } from '@tenfold/linear-model';
import { loadMnist, type MnistImages } from '@tenfold/mnist';
import fc from 'fast-check';
import { loadDigits } from 'tenfold';

import { digitsImage } from '../../src/webviews/draw/digits-image.js';
import {
  CELLS,
  type Drawing,
  type DrawStep,
  isCellFilled,
  isClear,
  moveCell,
  pressureFactor,
  strokePoint,
  visibleSteps,
  withoutLast,
  withStep,
  worthKeeping,
} from '../../src/webviews/draw/drawing.js';
import { fitInto, inkBox, scaleArea } from '../../src/webviews/draw/ink.js';
import { centreOfMass, mnistImage } from '../../src/webviews/draw/mnist-image.js';
import { isDigitsForm, modelImage } from '../../src/webviews/draw/model-image.js';

/** An image on a surface `factor` times as large, moved to a place of it. */
function enlarged(
  image: ArrayLike<number>,
  side: number,
  factor: number,
  size: number,
  x: number,
  y: number,
) {
  const ink = new Uint8Array(size * size);
  for (let row = 0; row < side * factor; row++)
    for (let column = 0; column < side * factor; column++)
      ink[(y + row) * size + x + column] =
        image[Math.floor(row / factor) * side + Math.floor(column / factor)];
  return ink;
}

describe('an image as MNIST’s were made', () => {
  let mnist: MnistImages;
  beforeAll(async () => {
    mnist = await loadMnist();
  });
  const imageOf = (row: number): Uint8Array =>
    Uint8Array.from({ length: 784 }, (_, j) => mnist.testImages.get(row, j));

  test('is, of an image of MNIST, that image', () => {
    let same = 0;
    for (let row = 0; row < 1000; row++) {
      const image = imageOf(row);
      const again = mnistImage(image, 28, 28);
      if (image.every((value, i) => value === again[i])) same++;
    }
    // A few of MNIST's images do not fill their box, or lie a pixel beside their centre.
    expect(same).toBeGreaterThan(900);
  });

  test('does not depend on where and how large a digit is drawn', () => {
    for (let row = 0; row < 30; row++) {
      const image = imageOf(row);
      const [here, there] = [enlarged(image, 28, 2, 240, 0, 0), enlarged(image, 28, 6, 240, 50, 60)];
      expect(mnistImage(there, 240, 240)).toEqual(mnistImage(here, 240, 240));
    }
  });

  test('lets a model read what it would read in the image itself', async () => {
    const rows = Array.from({ length: 3000 }, (_, row) => row);
    const data = rows.map((row) =>
      Float64Array.from({ length: 784 }, (_, j) => mnist.trainImages.get(row, j) / 255),
    );
    const model = await new LogisticRegression({ C: 0.02, maxIter: 30 }).fit(
      data,
      rows.map((row) => mnist.trainLabels[row]),
    );
    const tested = rows.slice(0, 200);
    const itself = tested.map((row) => Float64Array.from(imageOf(row), (value) => value / 255));
    const drawn = tested.map((row) =>
      modelImage(enlarged(imageOf(row), 28, 4, 120, 7, 3), 120, { side: 28, maximum: 1 }),
    );
    const labels = mnist.testLabels.subarray(0, tested.length);
    expect(model.score(itself, labels)).toBeGreaterThan(0.85);
    expect(model.score(drawn, labels)).toBeGreaterThan(model.score(itself, labels) - 0.02);
  });

  test('is black when nothing is drawn', () => {
    expect(mnistImage(new Uint8Array(100), 10, 10)).toEqual(new Uint8ClampedArray(784));
    expect(digitsImage(new Uint8Array(100), 10, 10)).toEqual(new Uint8ClampedArray(64));
  });

  test('fits into its box with its centre of mass in the middle', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(99), fc.nat(99), fc.integer({ min: 1, max: 255 })), {
          minLength: 1,
          maxLength: 40,
        }),
        (dots) => {
          const ink = new Uint8Array(100 * 100);
          for (const [x, y, value] of dots) ink[y * 100 + x] = value;
          const image = mnistImage(ink, 100, 100);
          const box = inkBox({ values: image, width: 28, height: 28 });
          if (box === undefined) return;
          expect(Math.max(box.width, box.height)).toBeLessThanOrEqual(20);
          const { x, y } = centreOfMass(Float64Array.from(image), 28);
          // Half a pixel, as places are whole; more where the digit would go over the edge, and by rounding to bytes.
          const isFree =
            box.left > 0 && box.top > 0 && box.left + box.width < 28 && box.top + box.height < 28;
          const mass = image.reduce((sum, value) => sum + value, 0);
          if (isFree && mass > 5000) {
            expect(Math.abs(x - 14.5)).toBeLessThan(0.6);
            expect(Math.abs(y - 14.5)).toBeLessThan(0.6);
          }
        },
      ),
    );
  });
});

describe('an image as those of the digits were made', () => {
  test('counts black places of 4 × 4 blocks, upright and from top to bottom', () => {
    const ink = new Uint8Array(64 * 64);
    for (let y = 10; y < 50; y++) for (let x = 20; x < 30; x++) ink[y * 64 + x] = 255;
    const image = digitsImage(ink, 64, 64);
    // 40 × 10 is made 32 × 8: two columns of blocks, black all over.
    expect([...image].filter((value) => value === 16)).toHaveLength(16);
    expect([...image].filter((value) => value > 0)).toHaveLength(16);
  });

  test('stands upright when it is drawn aslant', () => {
    const stroke = (slant: number): Uint8ClampedArray => {
      const ink = new Uint8Array(200 * 200);
      for (let y = 20; y < 180; y++)
        for (let x = 0; x < 16; x++) ink[y * 200 + Math.round(90 + slant * (y - 100)) + x] = 255;
      return digitsImage(ink, 200, 200);
    };
    const columns = (image: Uint8ClampedArray): number =>
      new Set([...image.keys()].filter((i) => image[i] > 0).map((i) => i % 8)).size;
    expect(columns(stroke(0))).toBeLessThanOrEqual(2);
    // As it was drawn, it would be 80 wide: five columns of blocks.
    expect(columns(stroke(0.4))).toBeLessThanOrEqual(2);
  });

  test('lets a model of the digits read most of them again', async () => {
    const { data, target } = loadDigits();
    const model = await new LogisticRegression({ C: 0.01 }).fit(data, target);
    const rows = Array.from({ length: 150 }, (_, row) => row);
    const drawn = rows.map((row) => {
      const image = Uint8Array.from({ length: 64 }, (_, j) => Math.round((data.get(row, j) * 255) / 16));
      return modelImage(enlarged(image, 8, 12, 100, 2, 3), 100, { side: 8, maximum: 16 });
    });
    expect(model.score(drawn, target.slice(0, rows.length))).toBeGreaterThan(0.7);
  });

  test('is made for models of that form alone', () => {
    expect(isDigitsForm({ side: 8, maximum: 16 })).toBe(true);
    expect(isDigitsForm({ side: 8, maximum: 255 })).toBe(false);
  });
});

describe('ink', () => {
  test('lies in the smallest box around it', () => {
    const values = new Uint8Array(6 * 5);
    values[1 * 6 + 2] = 1;
    values[3 * 6 + 4] = 9;
    expect(inkBox({ values, width: 6, height: 5 })).toEqual({ left: 2, top: 1, width: 3, height: 3 });
    expect(inkBox({ values: new Uint8Array(4), width: 2, height: 2 })).toBeUndefined();
  });

  test('keeps its mean when it is scaled, whatever the sizes', () => {
    const sides = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(
        sides,
        sides,
        sides,
        sides,
        fc.infiniteStream(fc.nat(255)),
        (width, height, w, h, stream) => {
          const values = Uint8Array.from({ length: width * height }, () => stream.next().value as number);
          const scaled = scaleArea({ values, width, height }, { left: 0, top: 0, width, height }, w, h);
          const mean = (all: ArrayLike<number>): number =>
            Array.from(all).reduce((sum, v) => sum + v, 0) / all.length;
          expect(mean(scaled)).toBeCloseTo(mean(values), 8);
        },
      ),
    );
  });

  test('is fitted with its shape kept', () => {
    expect(fitInto({ left: 0, top: 0, width: 100, height: 50 }, 20, 20)).toEqual({ width: 20, height: 10 });
    expect(fitInto({ left: 0, top: 0, width: 1, height: 400 }, 20, 20)).toEqual({ width: 1, height: 20 });
  });
});

describe('a drawing', () => {
  const stroke = (count: number): DrawStep => ({
    kind: 'stroke',
    erases: false,
    width: 0.1,
    points: Array.from({ length: count }, (_, i) => strokePoint(i / count, 0.5, 1)),
  });
  const clear: DrawStep = { kind: 'clear' };

  test('is taken back step by step, clearing too', () => {
    const drawing = [stroke(2), clear].reduce<Drawing>(withStep, []);
    expect(isClear(drawing)).toBe(true);
    expect(visibleSteps(drawing)).toEqual([]);
    expect(visibleSteps(withoutLast(drawing))).toEqual([stroke(2)]);
    expect(withStep(drawing, clear)).toBe(drawing);
    expect(withStep([], clear)).toEqual([]);
  });

  test('keeps its last steps when it grows too long', () => {
    const drawing = [stroke(30), stroke(20), stroke(10)];
    expect(worthKeeping(drawing, 60)).toEqual(drawing);
    expect(worthKeeping(drawing, 35)).toEqual(drawing.slice(1));
    expect(worthKeeping(drawing, 5)).toEqual([]);
  });

  test('is short to write down', () => {
    expect(strokePoint(1 / 3, 2 / 3, 0.987_654)).toEqual([0.3333, 0.6667, 0.99]);
  });

  test('follows the pressure of a pen alone', () => {
    expect([pressureFactor('pen', 0.5), pressureFactor('pen', 0), pressureFactor('mouse', 0.5)]).toEqual([
      1, 1, 1,
    ]);
    expect(pressureFactor('pen', 1)).toBe(1.5);
  });

  test('is walked by keys within its edges', () => {
    const corner = { column: 0, row: CELLS - 1 };
    expect(moveCell(corner, 'ArrowLeft')).toEqual(corner);
    expect(moveCell(corner, 'ArrowDown')).toEqual(corner);
    expect(moveCell(corner, 'End')).toEqual({ column: CELLS - 1, row: CELLS - 1 });
    expect(moveCell(corner, 'ArrowUp')).toEqual({ column: 0, row: CELLS - 2 });
    expect(moveCell(corner, 'x')).toBeUndefined();
  });

  test('has cells that are filled when more than half of them is', () => {
    const size = CELLS * 4;
    const ink = new Uint8Array(size * size);
    for (let y = 4; y < 8; y++) for (let x = 8; x < 11; x++) ink[y * size + x] = 255;
    expect(isCellFilled(ink, size, 2, 1)).toBe(true);
    ink.fill(0, 4 * size, 6 * size);
    expect(isCellFilled(ink, size, 2, 1)).toBe(false);
  });
});

import { describe, expect, test } from '@jest/globals';
import { ParameterError, ShapeError } from '@tenfold/core';
import fc from 'fast-check';

import { axpy, dot, nrm2 } from '../src/index.js';

const vectors = fc
  .oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(1000, 32_768, 32_769, 70_001))
  .chain((length) => fc.tuple(fc.constant(length), fc.nat(1e6)))
  .map(([length, seed]) => {
    const wave = (i: number): number => Math.sin(seed + 1.7 * i);
    return [
      Float64Array.from({ length }, (_, i) => wave(i)),
      Float64Array.from({ length }, (_, i) => wave(-i)),
    ];
  });

describe('vectors', () => {
  test('dot is the sum of the products', async () => {
    await fc.assert(
      fc.asyncProperty(vectors, async ([x, y]) => {
        const expected = x.reduce((sum, value, i) => sum + value * y[i], 0);
        const scale = 1 + x.length;
        expect(Math.abs((await dot(x, y)) - expected)).toBeLessThanOrEqual(1e-14 * scale);
        const single = await dot(Float32Array.from(x), Float32Array.from(y));
        expect(Math.abs(single - expected)).toBeLessThanOrEqual(1e-6 * scale);
      }),
      { numRuns: 30 },
    );
  });

  test('axpy adds a multiple, does not change its arguments, and equals the plain loop to the bit', async () => {
    await fc.assert(
      fc.asyncProperty(vectors, async ([x, y]) => {
        const before = y.slice();
        expect(await axpy(-1.5, x, y)).toEqual(y.map((value, i) => value + -1.5 * x[i]));
        expect(y).toEqual(before);
        const [u, v] = [Float32Array.from(x), Float32Array.from(y)];
        const expected = v.map((value, i) => Math.fround(value + Math.fround(-1.5 * u[i])));
        expect(await axpy(-1.5, u, v)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  test('nrm2 neither overflows nor vanishes', async () => {
    const threeFour = async (scale: number): Promise<number> => (await nrm2([3 * scale, 4 * scale])) / scale;
    for (const scale of [1, 1e300, 1e-300, 2 ** 1020, 2 ** -1060]) {
      expect(Math.abs((await threeFour(scale)) - 5)).toBeLessThanOrEqual(1e-14);
    }
    expect(await nrm2([Number.MIN_VALUE])).toBe(Number.MIN_VALUE);
    expect(await nrm2([-Number.MAX_VALUE])).toBe(Number.MAX_VALUE);
    expect(await nrm2([])).toBe(0);
    expect(await nrm2([0, -0])).toBe(0);
    expect(await nrm2([1, -Infinity])).toBe(Infinity);
    expect(await nrm2([1, NaN])).toBeNaN();
    expect(await nrm2(Float32Array.of(3e30, 4e30))).toBeCloseTo(Math.fround(5e30), -24);
  });

  test('nrm2 is the root of the sum of squares', async () => {
    await fc.assert(
      fc.asyncProperty(vectors, async ([x]) => {
        const expected = Math.sqrt(x.reduce((sum, value) => sum + value * value, 0));
        expect(Math.abs((await nrm2(x)) - expected)).toBeLessThanOrEqual(1e-13 * (1 + expected));
      }),
      { numRuns: 20 },
    );
  });

  test('refuse what does not fit', async () => {
    await expect(dot([1], [1, 2])).rejects.toThrow(ShapeError);
    await expect(axpy(1, [1], [1, 2])).rejects.toThrow(ShapeError);
    await expect(axpy(NaN, [1], [1])).rejects.toThrow(ParameterError);
    await expect(nrm2('vector' as unknown as number[])).rejects.toThrow(ShapeError);
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { caseBytes } from '@tenfold/cases';

import { bytesSource, createNpy, type Elements, openArray } from '../src/index.js';
import { CountingSource, npyFile } from './helpers/sources.js';

const TYPES = [
  ['|u1', Uint8Array],
  ['<i2', Int16Array],
  ['>u4', Uint32Array],
  ['>i8', BigInt64Array],
  ['<f4', Float32Array],
  ['>f8', Float64Array],
] as const;

/** An array and its file, in either order. */
interface Written {
  readonly file: Uint8Array;
  /** The elements in C order. */
  readonly elements: Elements;
}

/** Writes an array element by element, each at the place that its indices say. */
function write(shape: readonly number[], type: number, fortran: boolean): Written {
  const [descr, Elements] = TYPES[type];
  const count = shape.reduce((all, size) => all * size, 1);
  const values = Array.from({ length: count }, (_, i) => (i * 7 + 3) % 251);
  const elements = (
    Elements === BigInt64Array
      ? BigInt64Array.from(values, BigInt)
      : (Elements as typeof Float64Array).from(values)
  ) as Elements;
  const size = elements.BYTES_PER_ELEMENT;
  const bytes = new Uint8Array(elements.buffer);
  const body = new Uint8Array(bytes.length);
  for (let i = 0; i < count; i++) {
    const place = fortran ? fortranPlace(i, shape) : i;
    for (let byte = 0; byte < size; byte++)
      body[place * size + byte] = bytes[i * size + (descr.startsWith('>') ? size - 1 - byte : byte)];
  }
  const header = `{'descr': '${descr}', 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': (${shape.join(', ')},), }\n`;
  return { file: npyFile(header, body), elements };
}

/** Where the i-th element in C order stands when the first dimension runs fastest. */
function fortranPlace(i: number, shape: readonly number[]): number {
  const indices = shape.map(() => 0);
  for (let axis = shape.length - 1, rest = i; axis >= 0; axis--) {
    indices[axis] = rest % shape[axis];
    rest = Math.floor(rest / shape[axis]);
  }
  return indices.reduceRight((place, index, axis) => place * shape[axis] + index, 0);
}

const cases = fc.record({
  shape: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
  type: fc.nat({ max: TYPES.length - 1 }),
  fortran: fc.boolean(),
  cacheBytes: fc.constantFrom(0, 600, 1536, 1 << 20),
  at: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
});

describe('pages of both orders of dimensions', () => {
  test('hold what element after element was written there', async () => {
    const property = fc.asyncProperty(cases, async ({ shape, type, fortran, cacheBytes, at }) => {
      const { file, elements } = write(shape, type, fortran);
      const options = { pageBytes: 512, cacheBytes };
      const [entry] = (await openArray(new CountingSource(file), options)).entries;
      const { rows, rowLength } = entry;
      const start = Math.min(rows - 1, Math.floor(at[0] * rows));
      const count = Math.min(rows - start, Math.floor(at[1] * (rows - start + 1)));
      expect([...(await entry.readRows(0, rows))]).toEqual([...elements]);
      const part = [...elements.slice(start * rowLength, (start + count) * rowLength)];
      expect([...(await entry.readRows(start, count))]).toEqual(part);
      const column = Math.min(rowLength - 1, Math.floor(at[1] * rowLength));
      const block = await entry.readBlock([start, count], [column, 1]);
      expect([...block]).toEqual(part.filter((_, i) => i % rowLength === column));
    });
    await fc.assert(property, { numRuns: 150 });
  }, 60_000);

  // More places than are read one by one: 65,536.
  test.each([
    [[1, 257, 256], true, 0],
    [[1, 257, 256], true, 32 << 20],
    [[2, 300, 300], true, 0],
    [[70_000, 3], false, 0],
    [[70_000, 3], true, 0],
  ])(
    '%j, columns first: %s, are read where pages of %i bytes are kept',
    async (shape, fortran, cacheBytes) => {
      const { file, elements } = write(shape, 0, fortran);
      const source = new CountingSource(file);
      const [entry] = (await openArray(source, { cacheBytes })).entries;
      expect(
        Buffer.compare((await entry.readRows(0, entry.rows)) as Uint8Array, elements as Uint8Array),
      ).toBe(0);
      const last = (await entry.readBlock([0, entry.rows], [entry.rowLength - 1, 1])) as Uint8Array;
      const expected = (elements as Uint8Array).filter((_, i) => (i + 1) % entry.rowLength === 0);
      expect(Buffer.compare(last, expected)).toBe(0);
      // All of it once or twice, and headers: not every place for itself.
      expect(source.reads).toBeLessThan(16);
    },
  );

  test('a wide picture that NumPy wrote column by column', async () => {
    const [entry] = (await openArray(bytesSource(caseBytes('fortran-wide.npy')))).entries;
    const row = (await entry.readRows(0, 1)) as Uint8Array;
    expect([...row.subarray(0, 4)]).toEqual([0, 7, 14, 21]);
    expect(row.reduce((sum, value) => sum + value, 0)).toBe(8_223_295);
  });
});

test('places too many to be read one by one, and too far apart to be read together, are refused', async () => {
  const bytes = createNpy(new Uint8Array(70_000 * 4), [70_000, 4]);
  const [entry] = (await openArray(bytesSource(bytes), { maxReadBytes: 200_000 })).entries;
  await expect(entry.readBlock([0, 70_000], [1, 1])).rejects.toThrow(
    'the number of rows must be at most 65536, or in an array of at most 200000 bytes, got 70000',
  );
  expect(await entry.readBlock([0, 40_000], [1, 1])).toHaveLength(40_000);
});

import { gzipSync } from 'node:zlib';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { FileError, IdxError, type IdxType, parseIdx, readIdxFile } from '../src/index.js';
import { emptyFolder, fileWith, names, original, originals, rejection, thrown } from './helpers/files.js';

/** A slow, plain writer to read back. */
const writers: Record<
  IdxType,
  [code: number, size: number, write: (view: DataView, at: number, x: number) => void]
> = {
  uint8: [0x08, 1, (view, at, x) => view.setUint8(at, x)],
  int8: [0x09, 1, (view, at, x) => view.setInt8(at, x)],
  int16: [0x0b, 2, (view, at, x) => view.setInt16(at, x)],
  int32: [0x0c, 4, (view, at, x) => view.setInt32(at, x)],
  float32: [0x0d, 4, (view, at, x) => view.setFloat32(at, x)],
  float64: [0x0e, 8, (view, at, x) => view.setFloat64(at, x)],
};

function encode(type: IdxType, shape: number[], values: number[]): Uint8Array {
  const [code, size, write] = writers[type];
  const start = 4 + 4 * shape.length;
  const bytes = new Uint8Array(start + size * values.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0, 0, code, shape.length]);
  shape.forEach((length, i) => view.setUint32(4 + 4 * i, length));
  values.forEach((value, i) => write(view, start + i * size, value));
  return bytes;
}

const small = encode('uint8', [2, 3], [1, 2, 3, 4, 5, 6]);
const header = (...bytes: number[]) => Uint8Array.from(bytes);
const huge = header(0, 0, 8, 3, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff);
const fourGiB = header(0, 0, 8, 1, 0xff, 0xff, 0xff, 0xff);

describe('parseIdx', () => {
  test.each(Object.keys(writers) as IdxType[])(
    'reads back %s of any shape, also from within a buffer',
    (type) => {
      const shapes = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 4 });
      fc.assert(
        fc.property(shapes, fc.integer({ min: 0, max: 7 }), (shape, offset) => {
          const count = shape.reduce((a, b) => a * b, 1);
          const values = Array.from({ length: count }, (_, i) => (type === 'uint8' ? i : i - 100));
          const bytes = encode(type, shape, values);
          const within = new Uint8Array(bytes.length + 16);
          within.set(bytes, offset);
          const array = parseIdx(within.subarray(offset, offset + bytes.length));
          expect({ ...array, data: [...array.data] }).toEqual({ type, shape, data: values });
        }),
        { numRuns: 50 },
      );
    },
  );

  test('gives bytes as a view, without a copy', () => {
    expect(parseIdx(small).data.buffer).toBe(small.buffer);
  });

  test.each([
    ['nothing', header(), 'truncated'],
    ['three bytes', header(0, 0, 8), 'truncated'],
    ['another magic number', header(1, 2, 8, 1, 0, 0, 0, 0), 'magic'],
    ['no dimension', header(0, 0, 8, 0), 'magic'],
    ['an unknown element type', header(0, 0, 10, 1, 0, 0, 0, 0), 'type'],
    ['half a header', small.subarray(0, 10), 'truncated'],
    ['a byte too few', small.subarray(0, -1), 'truncated'],
    ['a byte too many', Uint8Array.of(...small, 0), 'length'],
    ['sizes that need exabytes', huge, 'too-large'],
    ['sizes that need more than there is', fourGiB, 'truncated'],
    [
      'sizes that overflow any number',
      Uint8Array.of(0, 0, 14, 255, ...new Array<number>(1020).fill(255)),
      'too-large',
    ],
  ])('refuses %s', (_, bytes, problem) => {
    const error = thrown(() => parseIdx(bytes));
    expect(error).toBeInstanceOf(IdxError);
    expect(error).toMatchObject({ problem, source: 'the bytes', kind: 'input' });
  });

  test('names gzip and HTML in the error', () => {
    expect(() => parseIdx(gzipSync(small))).toThrow('gzip: unpack it first');
    expect(() => parseIdx(Buffer.from('<!DOCTYPE html>'))).toThrow('HTML');
  });
});

describe('readIdxFile', () => {
  test('reads an original, gzipped or not, as parseIdx does', async () => {
    const labels = await readIdxFile(join(originals, `${names.testLabels}.gz`));
    expect(labels).toMatchObject({ type: 'uint8', shape: [10_000] });
    expect([...labels.data.subarray(0, 5)]).toEqual([7, 2, 1, 0, 4]);
    const plain = encode('int16', [3], [-1, 0, 300]);
    expect(await readIdxFile(await fileWith(plain))).toEqual(parseIdx(plain));
    expect(await readIdxFile(await fileWith(gzipSync(plain)))).toEqual(parseIdx(plain));
  });

  test('reads a header that comes in pieces', async () => {
    // 255 dimensions of one element: the header alone has 1024 bytes.
    const bytes = encode('uint8', new Array<number>(255).fill(1), [7]);
    expect((await readIdxFile(await fileWith(gzipSync(bytes)))).shape).toHaveLength(255);
  });

  test.each([
    ['an empty file', header(), 'truncated'],
    ['a byte too few', small.subarray(0, -1), 'truncated'],
    ['a byte too many', Uint8Array.of(...small, 0), 'length'],
    ['sizes that need exabytes', huge, 'too-large'],
    ['four gigabytes that are not there', fourGiB, 'truncated'],
    ['gzip of a byte too few', gzipSync(small.subarray(0, -1)), 'truncated'],
    ['gzip of a byte too many', gzipSync(Uint8Array.of(...small, 0)), 'length'],
    ['gzip of four gigabytes that are not there', gzipSync(fourGiB), 'truncated'],
    ['gzip that ends early', gzipSync(small).subarray(0, -9), 'truncated'],
    ['damaged gzip', Buffer.from(gzipSync(small)).fill(0xff, 11, 16), 'gzip'],
    ['text', Buffer.from('label,pixel0\n'), 'magic'],
  ])('refuses %s, and names the file', async (_, bytes, problem) => {
    const path = await fileWith(bytes);
    const before = process.memoryUsage().arrayBuffers;
    const error = await rejection(readIdxFile(path));
    expect(error).toBeInstanceOf(IdxError);
    expect(error).toMatchObject({ problem, source: path });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50e6);
  });

  test('refuses an original cut short', async () => {
    const bytes = await original(names.testLabels);
    const path = await fileWith(bytes.subarray(0, 2000));
    expect(await rejection(readIdxFile(path))).toMatchObject({ problem: 'truncated' });
  });

  test.each([
    ['no such file', async () => join(await emptyFolder(), 'none'), 'ENOENT', 'there is no such file'],
    ['a folder', emptyFolder, 'EISDIR', 'it is a folder, not a file'],
    [
      'a file as a folder',
      async () => join(await fileWith('x'), 'none'),
      'ENOTDIR',
      'is a file, not a folder',
    ],
  ])('says that a path is %s', async (_, makePath, code, message) => {
    const path = await makePath();
    const error = await rejection(readIdxFile(path));
    expect(error).toBeInstanceOf(FileError);
    expect(error).toMatchObject({ path, code, kind: 'outside' });
    expect((error as Error).message).toContain(message);
  });

  test('stops by its signal', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(readIdxFile(join(originals, `${names.trainImages}.gz`), { signal })).rejects.toThrow(
      'enough',
    );
  });
});

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { expect, test } from '@jest/globals';
import { isTenfoldError, ParameterError } from '@tenfold/core';
import fc from 'fast-check';

import { ArrayFileError, bytesSource, createNpy, openArray } from '../src/index.js';
import { idxFile, npyFile } from './helpers/sources.js';
import { zipFile } from './helpers/zip.js';

interface Golden {
  archives: { name: string; file: string }[];
}
const { archives } = JSON.parse(
  readFileSync(new URL('golden/arrays.json', import.meta.url), 'utf8'),
) as Golden;
const archive = (name: string) => {
  const { file } = archives.find((other) => other.name === name)!;
  return Uint8Array.from(Buffer.from(file, 'base64'));
};

const npy = createNpy(Float32Array.from({ length: 60 }, Math.sqrt), [5, 12]);
const idx = idxFile(
  'int16',
  [7, 4, 4],
  Int16Array.from({ length: 112 }, (_, i) => i * i),
);
const fortran = npyFile(
  `{'descr': '>f8', 'fortran_order': True, 'shape': (3, 4), }`,
  new Uint8Array(96),
  [3, 0],
);
const files: Record<string, Uint8Array> = {
  IDX: idx,
  NPY: npy,
  'NPY in Fortran order': fortran,
  'IDX in gzip': gzipSync(idx),
  'NPY in gzip': gzipSync(npy),
  'NPZ, stored': archive('savez'),
  'NPZ, deflated': archive('savez_compressed'),
  'NPZ, both': zipFile([
    { name: 'a.npy', data: npy, method: 8 },
    { name: 'b.npy', data: fortran },
  ]),
};

const limits = { maxUnpackedBytes: 1 << 20, maxReadBytes: 1 << 20, maxEntries: 100 };

/** Opens a file and reads all of it: what is wrong with it must come as an error that says so. */
async function readAll(bytes: Uint8Array): Promise<'read' | 'refused'> {
  try {
    const { entries, broken } = await openArray(bytesSource(bytes), limits);
    for (const { error } of broken) expect(error).toBeInstanceOf(ArrayFileError);
    for (const entry of entries) {
      const { length } = await entry.readRows(0, entry.rows);
      expect(length).toBe(entry.rows * entry.rowLength);
      await entry.verify();
    }
    return broken.length === 0 ? 'read' : 'refused';
  } catch (error) {
    if (!(error instanceof ArrayFileError || error instanceof ParameterError)) throw error;
    expect(isTenfoldError(error)).toBe(true);
    return 'refused';
  }
}

const names = Object.keys(files);

test.each(names)('%s: whole it is read, cut anywhere it is refused', async (name) => {
  expect(await readAll(files[name])).toBe('read');
  const whole = files[name].length;
  const lengths = Array.from({ length: whole }, (_, i) => i).filter(
    (i) => i < 300 || i > whole - 300 || i % 11 === 0,
  );
  for (const length of lengths) {
    expect([length, await readAll(files[name].subarray(0, length))]).toEqual([length, 'refused']);
  }
});

test.each(names)('%s: with any byte changed it is read or refused', async (name) => {
  const changes = fc.array(
    fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })),
    {
      minLength: 1,
      maxLength: 6,
    },
  );
  await fc.assert(
    fc.asyncProperty(changes, async (places) => {
      const bytes = Uint8Array.from(files[name]);
      for (const [where, value] of places) bytes[Math.floor(where * (bytes.length - 1))] = value;
      await readAll(bytes);
    }),
    { numRuns: 400 },
  );
});

test.each(names)(
  '%s: with each byte of its beginning and its end turned it is read or refused',
  async (name) => {
    const { length } = files[name];
    const places = Array.from({ length }, (_, i) => i).filter((i) => i < 128 || i >= length - 200);
    for (const place of places) {
      for (const mask of [0xff, 0x01]) {
        const bytes = Uint8Array.from(files[name]);
        bytes[place] ^= mask;
        await readAll(bytes);
      }
    }
  },
);

test('any bytes at all are refused, also behind the beginning of a format', async () => {
  const starts = [
    [],
    [0, 0, 8, 1],
    [0x1f, 0x8b, 8, 0],
    [...Buffer.from('PK\x03\x04')],
    [0x93, ...Buffer.from('NUMPY'), 1, 0],
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), async (start, rest) => {
      // An IDX file of nothing is one.
      const nothing = start[2] === 8 && rest[0] === 0 && rest.length === rest[3] + 4;
      if (!nothing) expect(await readAll(Uint8Array.of(...start, ...rest))).toBe('refused');
    }),
    { numRuns: 2000 },
  );
});

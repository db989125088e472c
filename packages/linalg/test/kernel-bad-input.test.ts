import { ShapeError } from '@tenfold/core';
import { describe, expect, test } from '@jest/globals';

import { ByteMatrix, type CsrDesign, type DesignMatrix, toDesignMatrix } from '../src/index.js';
import { backendOn } from './kernel-problem.js';
import { threadless } from './test-platform.js';

const { backend } = backendOn(threadless);

const DENSE: DesignMatrix = { kind: 'dense', rows: 3, columns: 2, data: Uint8Array.of(1, 0, 0, 2, 3, 4) };

const CSR: CsrDesign = {
  kind: 'csr',
  rows: 3,
  columns: 2,
  values: Uint8Array.of(1, 2, 3, 4),
  columnIndices: Uint16Array.of(0, 1, 0, 1),
  rowPointers: Uint32Array.of(0, 1, 2, 4),
};

async function scoresOf(design: DesignMatrix): Promise<number[]> {
  const out = new Float64Array(3);
  await backend.rows.scores({ design, parameters: Float64Array.of(1, 10), classes: 1, constant: 0 }, out);
  return [...out];
}

test('a matrix that is what it says is taken', async () => {
  expect(await scoresOf(DENSE)).toEqual([1, 20, 43]);
  expect(await scoresOf(CSR)).toEqual([1, 20, 43]);
  const empty = { ...CSR, values: new Float64Array(0), columnIndices: new Uint32Array(0) };
  expect(await scoresOf({ ...empty, rowPointers: new Uint32Array(4) })).toEqual([0, 0, 0]);
});

describe('refused before a kernel runs:', () => {
  const BAD: [string, DesignMatrix, string][] = [
    ['too little data', { ...DENSE, rows: 4 }, 'data of length 8, got 6'],
    ['too much data', { ...DENSE, columns: 1 }, 'data of length 3, got 6'],
    [
      'a column that there is not',
      { ...CSR, columnIndices: Uint16Array.of(0, 2, 0, 1) },
      'below 2, got 2 in row 1',
    ],
    [
      'a column far outside',
      { ...CSR, columnIndices: Uint32Array.of(0, 1, 0, 0xffff_ffff) },
      'got 4294967295 in row 2',
    ],
    ['columns that fall', { ...CSR, columnIndices: Uint16Array.of(0, 1, 1, 0) }, 'got 0 in row 2'],
    ['a column twice', { ...CSR, columnIndices: Uint16Array.of(0, 1, 1, 1) }, 'got 1 in row 2'],
    [
      'too few columns',
      { ...CSR, columnIndices: Uint16Array.of(0, 1, 0) },
      'columnIndices of length 4, got 3',
    ],
    ['row pointers that fall', { ...CSR, rowPointers: Uint32Array.of(0, 3, 2, 4) }, 'got 2 after row 1'],
    ['row pointers beyond the values', { ...CSR, rowPointers: Uint32Array.of(0, 1, 2, 5) }, 'got 0 to 5'],
    [
      'a row pointer far outside',
      { ...CSR, rowPointers: Uint32Array.of(0, 1, 0xffff_ffff, 4) },
      'got 4 after row 2',
    ],
    ['row pointers that start late', { ...CSR, rowPointers: Uint32Array.of(1, 1, 2, 4) }, 'got 1 to 4'],
    [
      'too few row pointers',
      { ...CSR, rowPointers: Uint32Array.of(0, 1, 4) },
      'rowPointers of length 4, got 3',
    ],
  ];

  test.each(BAD)('%s', async (_, design, message) => {
    const before = backend.bytesUsed;
    const run = (async () => scoresOf(design))();
    await expect(run).rejects.toThrow(ShapeError);
    await expect(run).rejects.toThrow(message);
    expect(backend.bytesUsed).toBe(before);
  });

  test('data whose buffer was transferred', async () => {
    const data = Float64Array.of(1, 2, 3, 4, 5, 6);
    const design = { ...DENSE, data } as DesignMatrix;
    structuredClone(data.buffer, { transfer: [data.buffer] });
    await expect((async () => scoresOf(design))()).rejects.toThrow('data of length 6, got 0');
  });

  test('data whose buffer shrank', async () => {
    const buffer = new ResizableBuffer(6, { maxByteLength: 6 });
    const design = { ...DENSE, data: new Uint8Array(buffer) } as DesignMatrix;
    expect(await scoresOf(design)).toEqual([0, 0, 0]);
    buffer.resize(5);
    // What was stored before is a copy.
    expect(await scoresOf(design)).toEqual([0, 0, 0]);
    await expect((async () => scoresOf({ ...design }))()).rejects.toThrow('data of length 6, got 5');
  });
});

describe('a matrix of bytes is refused when its bytes are gone:', () => {
  const OWNER = { owner: 'here' };

  test('transferred', () => {
    const matrix = new ByteMatrix(3, 2, Uint8Array.of(1, 0, 0, 2, 3, 4));
    structuredClone(matrix.data.buffer, { transfer: [matrix.data.buffer as ArrayBuffer] });
    for (const storage of ['auto', 'dense'] as const) {
      expect(() => toDesignMatrix(matrix, { ...OWNER, storage })).toThrow(ShapeError);
      expect(() => toDesignMatrix(matrix, { ...OWNER, storage })).toThrow('here: expected 3 × 2 = 6 values');
    }
  });

  test('transferred, when it is compressed by the kernels', async () => {
    const threaded = backendOn(threadless);
    const matrix = new ByteMatrix(300, 300);
    structuredClone(matrix.data.buffer, { transfer: [matrix.data.buffer as ArrayBuffer] });
    const before = threaded.backend.bytesUsed;
    const run = threaded.backend.rows.design(matrix, OWNER);
    await expect(run).rejects.toThrow(ShapeError);
    await expect(run).rejects.toThrow('bytes, got 0');
    expect(threaded.backend.bytesUsed).toBe(before);
  });

  test('shrunk, from whatever row on', () => {
    const buffer = new ResizableBuffer(6, { maxByteLength: 6 });
    const matrix = new ByteMatrix(3, 2, new Uint8Array(buffer));
    buffer.resize(4);
    expect(() => toDesignMatrix(matrix, OWNER)).toThrow('here: expected 3 × 2 = 6 values, got 4');
  });
});

/** The types know no resizable buffers yet. */
const ResizableBuffer = ArrayBuffer as unknown as new (
  length: number,
  options: { maxByteLength: number },
) => ArrayBuffer & { resize(length: number): void };

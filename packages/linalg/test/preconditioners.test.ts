import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
  createKernelBackend,
  type PreconditionTask,
  referenceBackend,
  toDesignMatrix,
} from '../src/index.js';
import { storageForms } from './dense-reference.js';

const kernels = createKernelBackend({ threads: 2 });
afterAll(() => kernels.close());

const cell = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 255 }));

/** A table of bytes whose width and number of rows pass the limits of tiles and words, and rows drawn from it. */
const samples = fc
  .record({ columns: fc.integer({ min: 1, max: 19 }), rows: fc.integer({ min: 1, max: 90 }) })
  .chain(({ columns, rows }) =>
    fc.record({
      table: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
      draws: fc.array(fc.array(fc.nat(rows - 1), { minLength: 130, maxLength: 130 }), {
        minLength: 1,
        maxLength: 4,
      }),
      constant: fc.constantFrom(0, 1, 2.5),
    }),
  );

describe.each([
  ['reference', referenceBackend],
  ['kernels', kernels],
] as const)('several preconditioners at once on %s', (_name, backend) => {
  test('are, to the bit, those that are made one by one', async () => {
    await fc.assert(
      fc.asyncProperty(samples, async ({ table, draws, constant }) => {
        for (const [, design] of storageForms(table)) {
          const tasks = draws.map((rows, k): PreconditionTask => ({
            design,
            constant,
            rows: Uint32Array.from(rows),
            scale: 1 + k,
            share: 0.01,
            shift: 0.5,
          }));
          const together = await backend.factors.preconditionAll(tasks);
          expect(together).toHaveLength(tasks.length);
          const size = design.columns + (constant === 0 ? 0 : 1);
          for (const [k, task] of tasks.entries()) {
            const alone = await backend.factors.precondition(task);
            const [x, y] = [together[k], alone].map((made) => {
              expect(made).toBeDefined();
              const vector = Float64Array.from({ length: 2 * size }, (_, i) => 1 + ((7 * i) % 5));
              made?.solve(vector, 2);
              made?.release();
              return vector;
            });
            expect(x).toEqual(y);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the kernels’ memory for preconditioners', () => {
  const columns = 300;
  const design = toDesignMatrix(
    Array.from({ length: 40 }, (_, i) =>
      Uint8Array.from({ length: columns }, (_, j) => (i < 20 ? (i * j) % 256 : 0)),
    ),
    { owner: 'test' },
  );
  const part = { design, constant: 0, scale: 1, share: 0.01, shift: 0 };
  const shown = { ...part, rows: Uint32Array.from({ length: 20 }, (_, i) => i) };
  const empty = { ...part, rows: Uint32Array.from({ length: 20 }, (_, i) => 20 + i) };

  // Threads keep what they work in.
  beforeAll(async () => {
    for (const made of await kernels.factors.preconditionAll([shown, shown, shown])) made?.release();
  });

  test('is given back with each of them', async () => {
    const before = kernels.bytesUsed;
    const made = await kernels.factors.preconditionAll([shown, shown, shown]);
    expect(kernels.bytesUsed - before).toBeGreaterThan(3 * 4 * columns * columns);
    made[1]?.release();
    expect(kernels.bytesUsed - before).toBeLessThan(3 * 4 * columns * columns);
    for (const at of [0, 2]) made[at]?.release();
    expect(kernels.bytesUsed).toBe(before);
  });

  test('is given back when one of them cannot be made, and when they are cancelled', async () => {
    const before = kernels.bytesUsed;
    const made = await kernels.factors.preconditionAll([shown, empty, shown]);
    expect(made.map((one) => one === undefined)).toEqual([false, true, false]);
    for (const one of made) one?.release();
    expect(kernels.bytesUsed).toBe(before);
    expect(await kernels.factors.preconditionAll([empty, empty])).toEqual([undefined, undefined]);
    expect(kernels.bytesUsed).toBe(before);
    const signal = AbortSignal.abort(new Error('stop'));
    await expect(kernels.factors.preconditionAll([{ ...shown, signal }])).rejects.toThrow('stop');
    expect(kernels.bytesUsed).toBe(before);
  });
});

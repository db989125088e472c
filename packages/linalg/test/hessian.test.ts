import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { type Backend, createKernelBackend, parameterCount, referenceBackend } from '../src/index.js';
import { csr, dense, storageForms } from './dense-reference.js';
import { problems } from './table-problems.js';

const kernels = createKernelBackend({ threads: 2 });
afterAll(() => kernels.close());

const BACKENDS: [string, Backend][] = [
  ['reference', referenceBackend],
  ['kernels', kernels],
];

/** Enough rows to be laid out in several parts. */
const LONG = Array.from({ length: 20_000 }, (_, i) =>
  Array.from({ length: 12 }, (_, j) => ((i * 7 + j * 13) % 5 === 0 ? (i + j) % 256 : 0)),
);

describe.each(BACKENDS)('%s', (_name, backend) => {
  test('a whole Hessian of several functions is solved with', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async ({ table, withConstant, numbers, classes, constant, draws }) => {
        const functions = Math.min(classes, 4);
        // Diagonally dominant, so that every row's matrix is positive.
        const entry = (k: number, l: number, i: number): number =>
          k === l ? 2 + (draws[i] % 3) : ((draws[i] + k + l) % 2) / functions - 0.5 / functions;
        for (const [, design] of storageForms(table)) {
          const size = parameterCount(design, functions, constant);
          const x = Float64Array.from(numbers.slice(0, size), (v) => 50 * v);
          const shift = 0.5;
          const b = x.map((value, at) => {
            const [j, k] = [Math.floor(at / functions), at % functions];
            let sum = j < design.columns ? shift * value : 0;
            withConstant.forEach((row, i) =>
              row.forEach((cell, m) => {
                for (let l = 0; l < functions; l++) {
                  sum += row[j] * cell * entry(Math.max(k, l), Math.min(k, l), i) * x[m * functions + l];
                }
              }),
            );
            return sum;
          });
          const made = await backend.factors.hessian({
            design,
            constant,
            functions,
            curvatures(k, l, out) {
              for (let i = 0; i < out.length; i++) out[i] = entry(k, l, i);
            },
            shift,
            share: 1e-14,
          });
          await made?.solve(b);
          made?.release();
          const most = Math.max(1, ...x.map(Math.abs));
          b.forEach((value, i) => expect(Math.abs(value - x[i])).toBeLessThan(1e-5 * most));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a singular Hessian is factored with its share, and one that is not finite or negative is not', async () => {
    const collinear = dense(
      [
        [1, 2, 0],
        [2, 4, 0],
        [3, 6, 0],
      ],
      Float64Array,
    );
    const task = { constant: 1, functions: 1, shift: 0, share: 1e-10 };
    const made = await backend.factors.hessian({
      ...task,
      design: collinear,
      curvatures: (_k, _l, out) => out.fill(1),
    });
    expect(made).toBeDefined();
    made?.release();
    for (const value of [-1, Infinity, NaN]) {
      const curvatures = (_k: number, _l: number, out: Float64Array) => out.fill(value);
      await expect(
        backend.factors.hessian({ ...task, design: collinear, curvatures }),
      ).resolves.toBeUndefined();
    }
  });

  test('a Hessian is given up when it is cancelled, and its memory given back', async () => {
    const design = csr(LONG, Uint8Array);
    const abort = new AbortController();
    const before = kernels.bytesUsed;
    const made = backend.factors.hessian({
      design,
      constant: 1,
      functions: 9,
      curvatures(_k, _l, out) {
        out.fill(0.1);
        abort.abort(new Error('enough'));
      },
      shift: 1,
      share: 1e-10,
      signal: abort.signal,
    });
    await expect(made).rejects.toThrow('enough');
    kernels.rows.release(design);
    expect(kernels.bytesUsed).toBeLessThanOrEqual(before);
  });
});

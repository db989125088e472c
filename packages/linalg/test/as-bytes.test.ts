import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { CsrMatrix, kernelBackend, toDesignMatrixAsync } from '../src/index.js';
import { asBytes } from '../src/as-bytes.js';
import { storedValues } from '../src/stored-values.js';

const byte = fc.integer({ min: 0, max: 255 });

describe('numbers as bytes', () => {
  test('are the same numbers', () => {
    fc.assert(
      fc.property(fc.array(byte), (values) => {
        for (const typed of [Float64Array.from(values), Float32Array.from(values), Uint8Array.from(values)]) {
          expect(asBytes(typed)).toEqual(Uint8Array.from(values));
        }
      }),
    );
  });

  test.each([-1, 256, 0.5, 1e-300, 2 ** 32, 2 ** 32 + 1, -(2 ** 31), 1e300, NaN, Infinity, -Infinity])(
    'are none when one is %p',
    (odd) => {
      expect(asBytes(Float64Array.of(0, 255, odd, 7))).toBeUndefined();
    },
  );
});

describe('a matrix of doubles that are all bytes', () => {
  const rows = 400;
  const table = Array.from({ length: rows }, (_, i) =>
    Float64Array.from({ length: 200 }, (_, j) => ((i * j) % 3 === 0 ? (i + j) % 256 : 0)),
  );

  test.each(['plain', 'on the kernels'])(
    'is kept as bytes, whatever is written to it afterwards (%s)',
    async (kind) => {
      const X = table.map((row) => row.slice());
      const options = { owner: 'test' };
      const making =
        kind === 'plain' ? toDesignMatrixAsync(X, options) : kernelBackend().rows.design(X, options);
      X[5].fill(0.5);
      const design = await making;
      expect(storedValues(design)).toBeInstanceOf(Uint8Array);
      expect([...storedValues(design)].filter((value) => value !== 0)).toEqual(
        table.flatMap((row) => [...row].filter((value) => value !== 0)),
      );
      kernelBackend().rows.release(design);
    },
  );

  test('so is a sparse one', async () => {
    const X = CsrMatrix.fromDense(table);
    const design = await toDesignMatrixAsync(X, { owner: 'test' });
    expect(storedValues(design)).toBeInstanceOf(Uint8Array);
    expect(X.values).toBeInstanceOf(Float64Array);
  });

  test('one other number keeps all in doubles', async () => {
    const X = table.map((row) => row.slice());
    X[399][199] = 0.5;
    expect(storedValues(await toDesignMatrixAsync(X, { owner: 'test' }))).toBeInstanceOf(Float64Array);
  });
});

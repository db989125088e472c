import { describe, expect, test } from '@jest/globals';
import { ShapeError } from '@tenfold/core';
import { ByteMatrix, kernelBackend, Matrix } from '@tenfold/linalg';

import { LogisticRegression } from '../src/index.js';

/** Enough rows that the kernels lay the matrix out themselves. */
const ROWS = 400;
const COLUMNS = 200;
const y = Uint8Array.from({ length: ROWS }, (_, i) => i % 4);

function images(): ByteMatrix {
  return new ByteMatrix(
    ROWS,
    COLUMNS,
    Uint8Array.from({ length: ROWS * COLUMNS }, (_, at) => {
      const [row, column] = [Math.floor(at / COLUMNS), at % COLUMNS];
      return column % 4 === row % 4 && (at * 2654435761) % 3 === 0 ? 200 : 0;
    }),
  );
}

function transfer({ buffer }: Uint8Array | Float64Array): void {
  structuredClone(buffer, { transfer: [buffer as ArrayBuffer] });
}

/** The types know no resizable buffers yet. */
const ResizableBuffer = ArrayBuffer as unknown as new (
  length: number,
  options: { maxByteLength: number },
) => ArrayBuffer & { resize(length: number): void };

describe('rows whose memory is gone are refused by fit and by predict:', () => {
  const model = new LogisticRegression({ maxIter: 5 });

  test('bytes that were transferred', async () => {
    const X = images();
    await model.fit(X, y);
    const before = kernelBackend().bytesUsed;
    transfer(X.data);
    await expect(model.fit(X, y)).rejects.toThrow(ShapeError);
    expect(() => model.predict(X)).toThrow(ShapeError);
    expect(kernelBackend().bytesUsed).toBe(before);
  });

  test('bytes in a buffer that shrank', async () => {
    const buffer = new ResizableBuffer(ROWS * COLUMNS, { maxByteLength: ROWS * COLUMNS });
    const X = new ByteMatrix(ROWS, COLUMNS, new Uint8Array(buffer));
    X.data.set(images().data);
    await model.fit(X, y);
    buffer.resize(ROWS * COLUMNS - 1);
    await expect(model.fit(X, y)).rejects.toThrow(ShapeError);
    expect(() => model.predict(X)).toThrow(ShapeError);
  });

  test('a row of doubles that was transferred', async () => {
    const rows = images()
      .to2DArray()
      .map((row) => Float64Array.from(row));
    await model.fit(rows, y);
    transfer(rows[7]);
    await expect(model.fit(rows, y)).rejects.toThrow('got 0 values in row 7');
  });

  test('a row of a matrix that was transferred', async () => {
    const matrix = new Matrix(images().to2DArray());
    transfer((matrix as unknown as { data: Float64Array[] }).data[7]);
    await expect(model.fit(matrix, y)).rejects.toThrow('got 0 values in row 7');
  });

  test('bytes that are transferred while a fit runs do not change it', async () => {
    const expected = await new LogisticRegression({ maxIter: 5 }).fit(images(), y);
    const X = images();
    const onIteration = (): void => {
      if (X.data.length > 0) transfer(X.data);
    };
    const fitted = await new LogisticRegression({ maxIter: 5 }).fit(X, y, { onIteration });
    expect(X.data.length).toBe(0);
    expect(fitted.coef).toEqual(expected.coef);
  });
});

test('300 classes are as good as any', async () => {
  const classes = 300;
  const X = Array.from({ length: 2 * classes }, (_, i) =>
    Float64Array.from({ length: 20 }, (__, j) => Math.sin((i % classes) * (j + 1))),
  );
  const labels = X.map((_, i) => i % classes);
  for (const options of [
    { C: 100 },
    { C: 100, multiClass: 'ovr' },
    { C: 100, solver: 'liblinear' },
  ] as const) {
    const model = await new LogisticRegression(options).fit(X, labels);
    expect([model.coef.rows, model.coef.columns]).toEqual([classes, 20]);
    expect(model.predictProba(X).columns).toBe(classes);
    const sums = model.predictProba(X).sum('row');
    expect(Math.max(...sums.map((sum) => Math.abs(sum - 1)))).toBeLessThan(1e-12);
    // As often as by chance would be once in 300.
    expect(model.score(X, labels)).toBeGreaterThan(0.5);
  }
});

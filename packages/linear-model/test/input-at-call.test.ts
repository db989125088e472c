import { describe, expect, test } from '@jest/globals';
import { caseJson } from '@tenfold/cases';
import { ByteMatrix, type Labels, Matrix, type MatrixLike, referenceBackend } from '@tenfold/linalg';

import { LogisticRegression } from '../src/index.js';

interface Case {
  X: number[][];
  target: number[];
}

/** The optimum, as scikit-learn 1.9.1 finds it with a tolerance of 1e-12. */
const COEF = [-0.92049017, 0, 0.92049017];

test('three fits share one buffer of labels', async () => {
  const { X, target } = caseJson<Case>('label-buffer.json');
  const labels = new Uint8Array(target.length);
  const fits = [0, 1, 2].map((label) => {
    target.forEach((own, i) => (labels[i] = own === label ? 1 : 0));
    return new LogisticRegression().fit(X, labels);
  });
  const models = await Promise.all(fits);
  models.forEach((model, i) => expect(model.coef.get(0, 0)).toBeCloseTo(COEF[i], 5));
});

/** Enough cells to be compressed on threads, and enough rows to be read in several steps. */
const ROWS = 800;
const COLUMNS = 100;

const cell = (i: number, j: number, density: number): number =>
  (i * 31 + j * 17) % 100 < 100 * density ? 1 + ((i * j + 7 * j + 3 * i) % 255) : 0;
const bytesOf = (density: number): Uint8Array =>
  Uint8Array.from({ length: ROWS * COLUMNS }, (_, at) =>
    cell(Math.floor(at / COLUMNS), at % COLUMNS, density),
  );
const rowsOf = (data: Uint8Array): Uint8Array[] =>
  Array.from({ length: ROWS }, (_, i) => data.subarray(i * COLUMNS, (i + 1) * COLUMNS));
const labelsOf = (): number[] => Array.from({ length: ROWS }, (_, i) => Math.floor(i / 7) % 3);

interface Kind {
  make: () => MatrixLike;
  spoil: (X: never) => void;
}

const kinds: Record<string, Kind> = {
  'sparse bytes': {
    make: () => new ByteMatrix(ROWS, COLUMNS, bytesOf(0.1)),
    spoil: (X: ByteMatrix) => X.data.fill(9),
  },
  'dense bytes': {
    make: () => new ByteMatrix(ROWS, COLUMNS, bytesOf(0.8)),
    spoil: (X: ByteMatrix) => X.data.fill(9),
  },
  'a matrix': {
    make: () => new Matrix(rowsOf(bytesOf(0.1)).map((row) => Array.from(row))),
    spoil: (X: Matrix) => X.fill(9),
  },
  'rows of doubles': {
    make: () => rowsOf(bytesOf(0.8)).map((row) => Float64Array.from(row)),
    spoil: (X: Float64Array[]) => X.forEach((row) => row.fill(9)),
  },
};

describe.each(Object.entries(kinds))('%s', (_, { make, spoil }) => {
  const fitOptions = { maxIter: 1, preconditioner: 'none' as const };

  test.each([
    ['the kernels', {}],
    ['plain loops', { backend: referenceBackend }],
  ])('may be changed once fit has been called, on %s', async (_, how) => {
    const expected = await new LogisticRegression(fitOptions).fit(make(), labelsOf(), how);
    const [X, y, weights] = [make(), labelsOf(), new Float64Array(ROWS).fill(1)];
    const fit = new LogisticRegression(fitOptions).fit(X, y, { ...how, sampleWeight: weights });
    spoil(X as never);
    y.fill(0);
    weights.fill(0);
    expect((await fit).coef).toEqual(expected.coef);
  });

  test('may be changed once predictions have been called', async () => {
    const model = await new LogisticRegression(fitOptions).fit(make(), labelsOf());
    const X = make();
    const expected: [Labels, Matrix] = [model.predict(X), await model.predictProbaAsync(X)];
    const asked = [model.predictAsync(X), model.predictProbaAsync(X)];
    spoil(X as never);
    expect(await Promise.all(asked)).toEqual(expected);
  });
});

import { describe, expect, test } from '@jest/globals';
import { type Backend, ByteMatrix, kernelBackend } from '@tenfold/linalg';
import fc from 'fast-check';

import { LogisticRegression } from '../src/index.js';
import { withWeights } from './data.js';

const fitted = await new LogisticRegression().fit(
  [
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  [0, 1, 2],
);

/** A model of three classes with the given weights, one row a class. */
function modelOf(coef: number[][], intercept: number[]): LogisticRegression {
  return LogisticRegression.fromJSON(withWeights(fitted.toJSON(), coef, intercept));
}

/** Counts the rows that are scored in each precision. */
function watched(): { backend: Backend; rows: Record<string, number> } {
  const rows: Record<string, number> = { single: 0, double: 0 };
  const backend = kernelBackend();
  const own = {
    ...backend.rows,
    scores: (task: Parameters<typeof backend.rows.scores>[0], out: Float64Array) => {
      rows[task.precision ?? 'double'] += task.design.rows;
      return backend.rows.scores(task, out);
    },
  };
  const { name, logistic, factors, stochastic } = backend;
  return { backend: { name, rows: own, logistic, factors, stochastic }, rows };
}

describe('labels of images, which are scored in floats first', () => {
  const weight = fc.oneof(
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.constantFrom(0.1, 0.1 + 1e-12, 0.1 - 1e-12, 0, 1e300, -1e300, 1e-310),
  );
  const problem = fc.integer({ min: 1, max: 40 }).chain((columns) =>
    fc.record({
      coef: fc.array(fc.array(weight, { minLength: columns, maxLength: columns }), {
        minLength: 3,
        maxLength: 3,
      }),
      intercept: fc.array(weight, { minLength: 3, maxLength: 3 }),
      cells: fc.uint8Array({ minLength: columns * 20, maxLength: columns * 20 }),
    }),
  );

  test('are those of the scores in doubles, however close these are', async () => {
    await fc.assert(
      fc.asyncProperty(problem, async ({ coef, intercept, cells }) => {
        const model = modelOf(coef, intercept);
        const images = new ByteMatrix(20, coef[0].length, cells);
        const scores = model.decisionFunction(images);
        const expected = Array.from({ length: 20 }, (_, i) => {
          const row = scores.getRow(i);
          return model.classes[row.indexOf(Math.max(...row))];
        });
        expect([...model.predict(images)]).toEqual(expected);
        expect([...(await model.predictAsync(images))]).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('of two classes are those of the sign in doubles', () => {
    const two = new LogisticRegression();
    return two.fit([[0], [1]], [7, 8]).then(() => {
      const model = LogisticRegression.fromJSON(withWeights(two.toJSON(), [[0.1, -0.1 - 1e-15]], [0]));
      const images = new ByteMatrix(3, 2, Uint8Array.of(255, 255, 255, 254, 254, 255));
      const signs = model.decisionFunction(images).to1DArray();
      expect([...model.predict(images)]).toEqual(signs.map((z) => (z > 0 ? 8 : 7)));
      expect(signs[0]).toBeLessThan(0);
    });
  });

  test('take a second look only at rows that floats cannot decide', async () => {
    const model = modelOf(
      [
        [1, 0],
        [0, 1],
        [0, 1 + 1e-9],
      ],
      [0, 0, 0],
    );
    const images = new ByteMatrix(4, 2, Uint8Array.of(200, 1, 1, 200, 100, 2, 3, 0));
    const { backend, rows } = watched();
    expect([...(await model.predictAsync(images, { backend }))]).toEqual([0, 2, 0, 0]);
    expect(rows).toEqual({ single: 4, double: 1 });
  });
});

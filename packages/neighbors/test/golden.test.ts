import { readFileSync } from 'node:fs';

import { ByteMatrix } from '@tenfold/linalg';
import { describe, expect, test } from '@jest/globals';

import { KNeighborsClassifier, type KNeighborsClassifierOptions } from '../src/index.js';

interface Golden {
  dataSets: {
    name: string;
    X: number[][];
    y: number[];
    queries: number[][];
    models: {
      params: { n_neighbors?: number; weights?: string; metric?: string; p?: number };
      predictions: number[];
      probabilities: number[][];
      distances: number[][];
    }[];
  }[];
}

const golden = JSON.parse(
  readFileSync(new URL('./golden/k-neighbors-classifier.json', import.meta.url), 'utf8'),
) as Golden;

function expectClose(received: number[][], expected: number[][]): void {
  expect(received).toHaveLength(expected.length);
  expected.forEach((row, i) => {
    row.forEach((value, j) => expect(received[i][j]).toBeCloseTo(value, 9));
  });
}

describe.each(golden.dataSets.map((data) => [data.name, data] as const))(
  'on %s',
  (_, { X, y, queries, models }) => {
    test.each(models.map((model) => [JSON.stringify(model.params), model] as const))(
      'with %s the answers are those of scikit-learn',
      async (_params, { params: { n_neighbors: nNeighbors = 5, ...params }, ...expected }) => {
        const options = { nNeighbors, ...params } as KNeighborsClassifierOptions;
        const model = await new KNeighborsClassifier(options).fit(X, y);
        expect(model.predict(queries)).toEqual(expected.predictions);
        expectClose(model.predictProba(queries).to2DArray(), expected.probabilities);
        expectClose(model.kneighbors(queries.slice(0, 5)).distances.to2DArray(), expected.distances);
      },
    );
  },
);

test('bytes give what doubles give, by products of matrices or one by one', async () => {
  const [{ X, y, queries }] = golden.dataSets;
  const bytesOf = (rows: number[][]) => {
    const matrix = new ByteMatrix(rows.length, rows[0].length);
    rows.forEach((row, i) => {
      row.forEach((value, j) => matrix.set(i, j, value));
    });
    return matrix;
  };
  const doubles = await new KNeighborsClassifier().fit(X, y);
  const bytes = await new KNeighborsClassifier().fit(bytesOf(X), y);
  const { distances, indices } = doubles.kneighbors(queries);
  const exact = bytes.kneighbors(bytesOf(queries));
  expect(exact.distances.to2DArray()).toEqual(distances.to2DArray());
  expect(exact.indices).toEqual(indices);
  const later = await bytes.predictProbaAsync(bytesOf(queries), { threads: 2 });
  expect(later.to2DArray()).toEqual(bytes.predictProba(bytesOf(queries)).to2DArray());
});

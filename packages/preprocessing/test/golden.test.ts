import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import { ByteMatrix } from '@tenfold/linalg';

import { MinMaxScaler, StandardScaler } from '../src/index.js';

interface Golden {
  scaler: 'StandardScaler' | 'MinMaxScaler';
  options: { with_mean?: boolean; with_std?: boolean; feature_range?: [number, number]; clip?: boolean };
  sampleWeight: number[] | null;
  attributes: Record<string, number[] | number | null>;
  transformed: number[][];
  others: number[][];
  inverse: number[][];
}

interface GoldenSet {
  name: string;
  bytes: boolean;
  X: number[][];
  others: number[][];
  scalers: Golden[];
}

const { sets } = JSON.parse(readFileSync(new URL('golden/scalers.json', import.meta.url), 'utf8')) as {
  sets: GoldenSet[];
};

function scalerOf({ scaler, options }: Golden): StandardScaler | MinMaxScaler {
  const { with_mean: withMean, with_std: withStd, feature_range: featureRange, clip } = options;
  const given = Object.entries({ withMean, withStd, featureRange, clip }).filter(
    ([, value]) => value !== undefined,
  );
  return new (scaler === 'StandardScaler' ? StandardScaler : MinMaxScaler)(Object.fromEntries(given));
}

/** How far numbers may lie apart: 1e-12 of their own size and, of sums, of that of the terms. */
function expectClose(actual: ArrayLike<number>, expected: number[], terms: number[] = expected): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => {
    const tolerance = 1e-12 * Math.max(Math.abs(value), Math.abs(terms[i]));
    if (!(Math.abs(actual[i] - value) <= tolerance)) {
      throw new Error(`entry ${i}: expected ${value}, got ${actual[i]}`);
    }
  });
}

const cases = sets.flatMap((set) =>
  set.scalers.map((golden) => {
    const weighted = golden.sampleWeight === null ? '' : ' weighted';
    return [
      `${set.name}: ${golden.scaler} ${JSON.stringify(golden.options)}${weighted}`,
      set,
      golden,
    ] as const;
  }),
);

describe('scalers have the answers of scikit-learn', () => {
  test.each(cases)('%s', async (_, set, golden) => {
    const X = set.bytes
      ? new ByteMatrix(set.X.length, set.X[0].length, Uint8Array.from(set.X.flat()))
      : set.X;
    const scaler = scalerOf(golden);
    await scaler.fit(X, golden.sampleWeight === null ? {} : { sampleWeight: golden.sampleWeight });
    for (const [name, expected] of Object.entries(golden.attributes)) {
      const actual: unknown = Reflect.get(scaler, name);
      if (expected === null || typeof expected === 'number') expect(actual).toBe(expected);
      else expectClose(actual as Float64Array, expected);
    }
    const shown = set.X.slice(0, golden.transformed.length);
    const columns = set.X[0].length;
    const transformed = scaler.transform(shown).to1DArray();
    const sizes = sizesOf(golden, columns);
    expect(transformed).toHaveLength(shown.length * columns);
    expectClose(
      transformed,
      golden.transformed.flat(),
      shown.flatMap((row) => sizes.scaled(row)),
    );
    expectClose(
      scaler.transform(set.others).to1DArray(),
      golden.others.flat(),
      set.others.flatMap((row) => sizes.scaled(row)),
    );
    const inverse = scaler.inverseTransform(scaler.transform(shown)).to1DArray();
    expectClose(
      inverse,
      golden.inverse.flat(),
      golden.inverse.flatMap((row) => sizes.turnedBack(row)),
    );
  });
});

/** The sizes of the terms that each cell of a transformed row, and of one turned back, is a sum of. */
function sizesOf({ scaler, attributes }: Golden, columns: number) {
  const zeros = new Array<number>(columns).fill(0);
  const scale = (attributes.scale ?? zeros.map(() => 1)) as number[];
  // The middle of the data, before it is scaled.
  const middle =
    scaler === 'StandardScaler'
      ? ((attributes.mean ?? zeros) as number[])
      : (attributes.min as number[]).map((min, j) => min / scale[j]);
  const size = (x: number, j: number): number => Math.max(Math.abs(x), Math.abs(middle[j]));
  return {
    scaled: (row: number[]) =>
      row.map((x, j) => (scaler === 'StandardScaler' ? size(x, j) / scale[j] : size(x, j) * scale[j])),
    turnedBack: (row: number[]) => row.map(size),
  };
}

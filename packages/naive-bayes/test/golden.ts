import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

/** A model of a golden file: what it was fitted with, and what it predicts. */
export interface GoldenModel {
  readonly params: Readonly<Record<string, unknown>>;
  /** The weight of each row; null for 1 each. */
  readonly weights: number[] | null;
  readonly predictions: number[];
  /** Null where the probability is 0. */
  readonly logProbabilities: (number | null)[][];
}

/** Rows that models of a golden file are fitted to, and rows that they predict. */
export interface GoldenRows {
  readonly X: number[][];
  readonly y: number[];
  readonly queries: number[][];
  /** What `fit` takes beside them. */
  readonly options: { readonly sampleWeight?: number[] };
}

/** What a golden file holds. */
export interface GoldenFile<Model> {
  readonly dataSets: readonly (Omit<GoldenRows, 'options'> & {
    readonly name: string;
    readonly models: readonly Model[];
  })[];
}

/** Reads a golden file by its name. */
export function readGolden(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./golden/${name}`, import.meta.url), 'utf8'));
}

/**
 * Makes a test of each model of a golden file.
 *
 * @param file what it holds
 * @param file.dataSets rows, and models that were fitted to them
 * @param check compares a model with what scikit-learn gave
 */
export function testGolden<Model extends GoldenModel>(
  { dataSets }: GoldenFile<Model>,
  check: (expected: Model, rows: GoldenRows) => Promise<void>,
): void {
  describe.each(dataSets.map((data) => [data.name, data] as const))('on %s', (_, { models, ...rows }) => {
    test.each(models.map((model) => [JSON.stringify(model.params), model] as const))(
      'with %s the answers are those of scikit-learn',
      (_params, model) => {
        const options = model.weights === null ? {} : { sampleWeight: model.weights };
        return check(model, { ...rows, options });
      },
    );
  });
}

/**
 * Compares numbers that may differ in their last digits.
 *
 * @param received rows of numbers
 * @param expected what they are to be; null for minus infinity
 * @param tolerance the largest error, as a share of the number
 * @param floor numbers smaller than this may be as far off as it
 */
export function expectClose(
  received: number[][],
  expected: (number | null)[][],
  tolerance: number,
  floor: number,
): void {
  expect(received).toHaveLength(expected.length);
  expected.forEach((row, i) => {
    row.forEach((value, j) => {
      if (value === null) expect(received[i][j]).toBe(-Infinity);
      else {
        const error = Math.abs(received[i][j] - value);
        expect(error).toBeLessThanOrEqual(tolerance * Math.max(Math.abs(value), floor));
      }
    });
  });
}

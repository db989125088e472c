import { describe, expect, test } from '@jest/globals';
import { InputError } from '@tenfold/core';
import { RandomState } from '@tenfold/random';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { splitIndices, type SplitOptions } from '../src/index.js';

type Rows = number[] | { length: number; first: number[]; sha256: string };

interface GoldenSplit {
  options: {
    rows: number;
    test_size?: number;
    train_size?: number;
    random_state?: number;
    shuffle?: boolean;
    stratify?: number[] | string[];
  };
  train: Rows;
  test: Rows;
}

interface Grid {
  rows: number[];
  sizes: number[];
  seeds: number[];
  classes: number[];
  digests: (string | null)[];
}

const { splits, grid, goingOn, refused } = JSON.parse(
  readFileSync(new URL('golden/splits.json', import.meta.url), 'utf8'),
) as {
  splits: GoldenSplit[];
  grid: Grid;
  goingOn: string[];
  refused: { options: GoldenSplit['options']; error: string }[];
};

function optionsOf({ test_size, train_size, random_state = 0, shuffle, stratify }: GoldenSplit['options']) {
  return { testSize: test_size, trainSize: train_size, randomState: random_state, shuffle, stratify };
}

/** The first digits of the SHA-256 of both parts' rows, or null where the split is refused. */
function digest(rows: number, options: SplitOptions): string | null {
  try {
    const { train, test: held } = splitIndices(rows, options);
    return createHash('sha256').update(train).update(held).digest('hex').slice(0, 16);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function name({ options }: Pick<GoldenSplit, 'options'>): string {
  const { stratify, ...rest } = options;
  return JSON.stringify(
    stratify ? { ...rest, stratify: `${new Set<unknown>(stratify).size} classes` } : rest,
  );
}

function expectRows(actual: Uint32Array, golden: Rows): void {
  if (Array.isArray(golden)) {
    expect([...actual]).toEqual(golden);
    return;
  }
  expect(actual).toHaveLength(golden.length);
  expect([...actual.subarray(0, 20)]).toEqual(golden.first);
  expect(createHash('sha256').update(actual).digest('hex')).toBe(golden.sha256);
}

describe("scikit-learn's rows in scikit-learn's order", () => {
  test.each(splits.map((split) => [name(split), split] as const))(
    '%s',
    (_name, { options, train, test: held }) => {
      const parts = splitIndices(options.rows, optionsOf(options));
      expectRows(parts.train, train);
      expectRows(parts.test, held);
    },
  );

  test.each(grid.rows.map((rows, position) => [rows, position] as const))(
    'over a grid of sizes, seeds and classes: %d rows',
    (rows, position) => {
      const actual = grid.sizes.flatMap((testSize) =>
        grid.seeds.flatMap((randomState) =>
          grid.classes.map((classes) => {
            const labels = Array.from({ length: rows }, (_, i) => (i * i) % classes);
            return digest(rows, { testSize, randomState, stratify: classes === 0 ? undefined : labels });
          }),
        ),
      );
      const count = grid.digests.length / grid.rows.length;
      expect(actual).toEqual(grid.digests.slice(position * count, (position + 1) * count));
      expect(actual.filter((value) => value !== null).length).toBeGreaterThan(0);
    },
  );

  test('from one generator for successive splits', () => {
    const randomState = new RandomState(9);
    const classes = Array.from({ length: 40 }, (_, i) => i % 3);
    expect(
      goingOn.map((_, i) => digest(40, { randomState, stratify: i % 2 === 1 ? classes : undefined })),
    ).toEqual(goingOn);
  });
});

describe('what scikit-learn refuses is refused', () => {
  test.each(refused.map((split) => [name(split), split] as const))('%s', (_name, { options }) => {
    expect(() => splitIndices(options.rows, optionsOf(options))).toThrow(InputError);
  });
});

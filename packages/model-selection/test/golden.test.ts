import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { splitIndices } from '../src/index.js';

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

const { splits } = JSON.parse(readFileSync(new URL('golden/splits.json', import.meta.url), 'utf8')) as {
  splits: GoldenSplit[];
};

function name({ options }: GoldenSplit): string {
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
      const { rows, test_size, train_size, random_state = 0, shuffle, stratify } = options;
      const parts = splitIndices(rows, {
        testSize: test_size,
        trainSize: train_size,
        randomState: random_state,
        shuffle,
        stratify,
      });
      expectRows(parts.train, train);
      expectRows(parts.test, held);
    },
  );
});

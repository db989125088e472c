import { describe, expect, test } from '@jest/globals';
import { ParameterError, ShapeError } from '@tenfold/core';
import { ByteMatrix, CsrMatrix, DoubleMatrix, isDoubleMatrix, Matrix } from '@tenfold/linalg';
import fc from 'fast-check';

import { splitIndices, SplitSizeError, StratifyError, trainTestSplit } from '../src/index.js';

const bytes = new ByteMatrix(
  6,
  2,
  Uint8Array.from({ length: 12 }, (_, i) => i),
);
const matrix = new Matrix([[0], [10], [20], [30], [40], [50]]);
const floats = Float32Array.of(0, 1, 2, 3, 4, 5);
const words: ('a' | 'b')[] = ['a', 'b', 'a', 'b', 'a', 'b'];

describe('what goes in comes out', () => {
  test('each kind keeps its kind, and the same rows are taken of all', () => {
    const options = { testSize: 2, randomState: 3 };
    const [bTrain, bTest, mTrain, mTest, fTrain, fTest, wTrain, wTest] = trainTestSplit(
      bytes,
      matrix,
      floats,
      words,
      options,
    );
    const { train, test: held } = splitIndices(6, options);
    expect(bTrain).toBeInstanceOf(ByteMatrix);
    expect(bTrain.to2DArray()).toEqual(Array.from(train, (i) => [2 * i, 2 * i + 1]));
    expect(bTest.to2DArray()).toEqual(Array.from(held, (i) => [2 * i, 2 * i + 1]));
    expect(mTrain.to2DArray()).toEqual(Array.from(train, (i) => [10 * i]));
    expect(Matrix.isMatrix(mTest)).toBe(true);
    expect(fTrain).toEqual(Float32Array.from(train));
    expect(fTest).toEqual(Float32Array.from(held));
    const typed: ('a' | 'b')[] = wTrain;
    expect(typed).toEqual(Array.from(train, (i) => words[i]));
    expect(wTest).toHaveLength(2);
  });

  test('doubles in one stretch stay so', () => {
    const doubles = new DoubleMatrix(6, 1, Float64Array.of(0, 10, 20, 30, 40, 50));
    for (const options of [
      { testSize: 2, randomState: 3 },
      { testSize: 2, shuffle: false },
    ]) {
      const [train, held, plainTrain, plainHeld] = trainTestSplit(doubles, matrix, options);
      expect([isDoubleMatrix(train), isDoubleMatrix(held)]).toEqual([true, true]);
      expect([train.to2DArray(), held.to2DArray()]).toEqual([plainTrain.to2DArray(), plainHeld.to2DArray()]);
    }
  });

  test('sparse rows stay sparse', () => {
    const sparse = CsrMatrix.fromDense(bytes);
    for (const options of [
      { testSize: 2, randomState: 3 },
      { testSize: 2, shuffle: false },
    ]) {
      const [train, held, plainTrain, plainHeld] = trainTestSplit(sparse, bytes, options);
      const parts: CsrMatrix[] = [train, held];
      expect(parts.map((part) => part.toDense().to2DArray())).toEqual([
        plainTrain.to2DArray(),
        plainHeld.to2DArray(),
      ]);
    }
    const none = new CsrMatrix(6, 0, { values: [], columnIndices: [], rowPointers: new Uint32Array(7) });
    expect(() => trainTestSplit(none)).toThrow('one column or more in argument 1');
    expect(() => trainTestSplit(sparse, [1])).toThrow(
      'as many rows in argument 2 as in the first (6), got 1',
    );
  });

  test('without shuffling, bytes and typed arrays are views', () => {
    const [bTrain, bTest, fTrain, fTest, mTrain] = trainTestSplit(bytes, floats, matrix, { shuffle: false });
    expect([bTrain.data.buffer, bTest.data.buffer]).toEqual([bytes.data.buffer, bytes.data.buffer]);
    expect(bTest.data.buffer).toBe(bytes.data.buffer);
    expect(fTrain.buffer).toBe(floats.buffer);
    expect([...fTest]).toEqual([4, 5]);
    expect(mTrain.to1DArray()).toEqual([0, 10, 20, 30]);
  });

  test('the options may be left out', () => {
    expect(trainTestSplit(words)).toEqual(trainTestSplit(words, { testSize: 0.25, randomState: 0 }));
  });
});

// Of 5 rows or more, a test part of up to 0.8 leaves one to train on.
const sizes = fc.record({
  rows: fc.integer({ min: 5, max: 200 }),
  seed: fc.nat(),
  part: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
});

test("Node's Buffer and 64-bit integers split like other typed arrays", () => {
  const options = { testSize: 2, randomState: 3 };
  const { train } = splitIndices(6, options);
  const buffer = Buffer.from([0, 1, 2, 3, 4, 5]);
  const [bufferTrain] = trainTestSplit(buffer, options);
  expect(bufferTrain).toBeInstanceOf(Buffer);
  expect([...bufferTrain]).toEqual([...train]);
  expect(bufferTrain.buffer).not.toBe(buffer.buffer);
  expect([...buffer]).toEqual([0, 1, 2, 3, 4, 5]);
  const [long] = trainTestSplit(BigInt64Array.of(0n, 1n, 2n, 3n, 4n, 5n), options);
  expect(long).toEqual(BigInt64Array.from(train, BigInt));
});

describe('properties', () => {
  test('every row is in one part, once', () => {
    fc.assert(
      fc.property(sizes, ({ rows, seed, part }) => {
        const { train, test: held } = splitIndices(rows, { testSize: part, randomState: seed });
        expect(held).toHaveLength(Math.ceil(part * rows));
        expect([...train, ...held].sort((a, b) => a - b)).toEqual(Array.from({ length: rows }, (_, i) => i));
      }),
    );
  });

  test('stratified parts keep the proportions to within one row a class', () => {
    fc.assert(
      fc.property(sizes, ({ rows, seed, part }) => {
        const stratify = Array.from({ length: rows }, (_, i) => (i % 4 === 0 ? 'rare' : 'common'));
        fc.pre(rows >= 16);
        const { train, test: held } = splitIndices(rows, { testSize: part, randomState: seed, stratify });
        const rare = (part: Uint32Array) => part.reduce((sum, i) => sum + Number(i % 4 === 0), 0);
        for (const taken of [train, held]) {
          expect(
            Math.abs(rare(taken) - (taken.length * rare(Uint32Array.from(stratify.keys()))) / rows),
          ).toBeLessThan(1);
        }
        expect(new Set([...train, ...held]).size).toBe(train.length + held.length);
      }),
    );
  });
});

describe('bad input', () => {
  const ten = Array.from({ length: 10 }, (_, i) => i);

  test.each([0, -0.5, 1.5, 10, 11, -1, NaN, Infinity])('refuses the size %p', (size) => {
    expect(() => trainTestSplit(ten, { testSize: size })).toThrow(ParameterError);
    expect(() => trainTestSplit(ten, { trainSize: size })).toThrow(ParameterError);
  });

  test('refuses a size in words', () => {
    expect(() => trainTestSplit(ten, { testSize: '0.5' as unknown as number })).toThrow('got "0.5"');
  });

  test('refuses parts that are empty or do not fit', () => {
    expect(() => trainTestSplit(ten, { testSize: 0.6, trainSize: 0.6 })).toThrow(SplitSizeError);
    expect(() => trainTestSplit(ten, { testSize: 6, trainSize: 5 })).toThrow(
      'both parts together may have no more rows than there are, got 5 training and 6 test rows of 10',
    );
    expect(() => trainTestSplit(ten, { testSize: 0.99 })).toThrow('each part needs one row or more');
    expect(() => trainTestSplit([1])).toThrow(ParameterError);
    expect(() => trainTestSplit([])).toThrow(ParameterError);
  });

  test('refuses arrays of different lengths, and no arrays', () => {
    expect(() => trainTestSplit(ten, words)).toThrow(ShapeError);
    expect(() => trainTestSplit(matrix, ten)).toThrow(
      'as many rows in argument 2 as in the first (6), got 10',
    );
    expect(() => trainTestSplit({} as unknown as number[])).toThrow(ParameterError);
    expect(() => trainTestSplit(ten, 5 as unknown as number[], {})).toThrow(
      'argument 2 must be a matrix or an array',
    );
  });

  test('refuses fractions above 1 together, also where rounding would make them fit', () => {
    expect(() => trainTestSplit([1, 2, 3, 4, 5], { testSize: 0.8, trainSize: 0.3 })).toThrow(SplitSizeError);
    expect(() => trainTestSplit(ten, { testSize: 0.75, trainSize: 0.5 })).toThrow(
      'testSize and trainSize may be 1 together at most, not 1.25, got 5 training and 8 test rows of 10',
    );
  });

  test.each([[null], [5], ['abc'], [new Set([1])], [undefined], [new DataView(new ArrayBuffer(8))]])(
    'refuses %p in place of the options',
    (value) => {
      expect(() => trainTestSplit(ten, value as unknown as number[])).toThrow(
        'argument 2 must be a matrix or an array',
      );
      if (value !== undefined) expect(() => splitIndices(10, value as object)).toThrow(ParameterError);
    },
  );

  test('refuses an option of an unknown name and suggests the near one', () => {
    const options = { test_size: 0.5 } as object;
    expect(() => trainTestSplit(ten, options)).toThrow('did you mean testSize?');
    expect(() => splitIndices(10, { colour: 'red' } as object)).toThrow('got "colour"');
  });

  test('refuses a bad seed, also where nothing is drawn', () => {
    expect(() => trainTestSplit(ten, { randomState: -1, shuffle: false })).toThrow(ParameterError);
    expect(() => trainTestSplit(ten, { randomState: null as unknown as number })).toThrow(ParameterError);
  });

  test('refuses more rows than row numbers reach', () => {
    expect(() => splitIndices(2 ** 32, { shuffle: false })).toThrow(ParameterError);
  });

  test('refuses a matrix without columns', () => {
    expect(() => trainTestSplit(new Matrix(4, 0))).toThrow(ShapeError);
  });

  test.each([
    [
      [1, 1, 2, 2, NaN, NaN],
      'stratify[4] must be a finite number, or in all rows text or a boolean, got NaN',
    ],
    [Float64Array.of(1, 1, 2, 2, 2, Infinity), 'stratify[5] must be a finite number'],
    [['a', 'a', 'b', 'b', 1, 1] as string[], 'stratify[4] must be text, like the labels before, got 1'],
    [[1, 1, true, true, 0, 0] as number[], 'stratify[2] must be a number, like the labels before, got true'],
    [[1, 1, 2, 2, 2 ** 60, 2 ** 60], 'stratify[4] must be a whole number below 2^53'],
    [
      BigInt64Array.of(1n, 1n, 2n, 2n, 3n, 3n) as unknown as number[],
      'stratify[0] must be a number, text or a boolean (turn BigInt into numbers with Number',
    ],
    ['aabbcc' as unknown as string[], 'stratify must be an array of labels'],
    [null as unknown as string[], 'stratify must be an array of labels'],
  ])('refuses the strata %p', (stratify, message) => {
    expect(() => trainTestSplit(words, { stratify })).toThrow(message);
    expect(() => trainTestSplit(words, { stratify })).toThrow(ParameterError);
  });

  test('stratifies booleans and clamped bytes as the numbers 0 and 1', () => {
    const codes = [1, 0, 0, 1, 1, 0];
    const expected = trainTestSplit(words, { stratify: codes, randomState: 3 });
    expect(trainTestSplit(words, { stratify: codes.map(Boolean), randomState: 3 })).toEqual(expected);
    expect(trainTestSplit(words, { stratify: Uint8ClampedArray.from(codes), randomState: 3 })).toEqual(
      expected,
    );
    expect(trainTestSplit(words, { stratify: [0.5, 0, 0, 0.5, 0.5, 0], randomState: 3 })).toEqual(expected);
  });

  test('refuses to stratify what cannot be', () => {
    expect(() => trainTestSplit(ten, { stratify: words })).toThrow(ShapeError);
    expect(() => trainTestSplit(words, { stratify: ['a', 'a', 'b', 'c', 'c', 'c'] })).toThrow(StratifyError);
    const ids = Array.from({ length: 1000 }, (_, i) => i);
    expect(() => trainTestSplit(ids, { stratify: ids })).toThrow(
      'only one has 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 990 more',
    );
    expect(() => trainTestSplit(words, { stratify: words, testSize: 1 })).toThrow('the test part has 1');
    expect(() => trainTestSplit(words, { stratify: words, shuffle: false })).toThrow(ParameterError);
  });
});

import { describe, expect, test } from '@jest/globals';
import { ByteMatrix, Matrix } from '@tenfold/linalg';

import { formatNumpy, type FormatNumpyOptions } from '../src/index.js';
import { readGolden } from './read-golden.js';

interface TextCase {
  dtype: 'int' | 'float';
  values: number[][] | number[];
  options: { precision?: number; threshold?: number; edgeitems?: number; max_line_width?: number };
  text: string;
}

const { cases } = readGolden('numpy-text.json') as { cases: TextCase[] };

function ourOptions({ dtype, options }: TextCase): FormatNumpyOptions {
  const { edgeitems, max_line_width: lineWidth, ...same } = options;
  return {
    dtype,
    ...same,
    ...(edgeitems === undefined ? {} : { edgeItems: edgeitems }),
    ...(lineWidth === undefined ? {} : { lineWidth }),
  };
}

describe('as NumPy prints it', () => {
  test.each(cases.map((each, i): [number, string, TextCase] => [i, each.text.slice(0, 40), each]))(
    '%i: %s',
    (_, __, each) => {
      expect(formatNumpy(each.values as number[][], ourOptions(each))).toBe(each.text);
    },
  );
});

describe('inputs', () => {
  test('whole numbers print without a point, any other value gives all of them one', () => {
    expect(
      formatNumpy([
        [37, 0],
        [0, 39],
      ]),
    ).toBe('[[37  0]\n [ 0 39]]');
    expect(formatNumpy([[1, 0.5]])).toBe('[[1.  0.5]]');
    expect(formatNumpy([[1, 0]], { dtype: 'float' })).toBe('[[1. 0.]]');
  });

  test('every kind of matrix prints alike', () => {
    const expected = '[[  1   2]\n [  3 200]]';
    expect(
      formatNumpy(
        new Matrix([
          [1, 2],
          [3, 200],
        ]),
      ),
    ).toBe(expected);
    expect(formatNumpy(new ByteMatrix(2, 2, Uint8Array.of(1, 2, 3, 200)))).toBe(expected);
    expect(formatNumpy([Uint8Array.of(1, 2), Uint8Array.of(3, 200)])).toBe(expected);
    expect(formatNumpy(Uint8Array.of(1, 2, 200))).toBe('[  1   2 200]');
  });

  test('nothing prints as an empty list', () => {
    expect([formatNumpy([]), formatNumpy([[]]), formatNumpy(new Matrix(0, 3))]).toEqual(['[]', '[]', '[]']);
  });
});

test('a matrix of millions prints without its values being spread over the stack', () => {
  const text = formatNumpy(new ByteMatrix(3000, 784));
  expect(text.split('\n')).toHaveLength(7);
});

import { describe, expect, test } from '@jest/globals';
import { ParameterError, ShapeError } from '@tenfold/core';
import { ByteMatrix, isByteMatrix, Matrix, type MatrixLike } from '@tenfold/linalg';
import fc from 'fast-check';

import { orderColumns } from '../src/feature-names/order-columns.js';
import { FeatureNamesError } from '../src/index.js';

const X = [
  [0, 3, 0],
  [7.2, -8.9, -1.1],
];
const featureNames = ['height', 'width', 'weight'];

describe('columns by name', () => {
  test('bytes stay bytes', () => {
    const pixels = new ByteMatrix(4, 2, Uint8Array.of(0, 9, 255, 3, 200, 100, 7, 80));
    const swapped = new ByteMatrix(4, 2, Uint8Array.of(9, 0, 3, 255, 100, 200, 80, 7));
    const given = orderColumns(swapped, ['b', 'a'], ['a', 'b'], 'test');
    expect(isByteMatrix(given)).toBe(true);
    expect(given).toEqual(pixels);
  });

  test('nothing is copied where the order is that of fit, or unknown', () => {
    expect(orderColumns(X, featureNames, featureNames, 'test')).toBe(X);
    expect(orderColumns(X, featureNames, undefined, 'test')).toBe(X);
    expect(orderColumns(X, undefined, featureNames, 'test')).toBe(X);
  });

  test('any columns of any names are put in order', () => {
    const name = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '0', ''));
    const names = fc.uniqueArray(name, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(names, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (own, order) => {
        const rows = X.map((row) => order.map((column) => row[column]));
        const given = order.map((column) => own[column]);
        expect(new Matrix(orderColumns(new Matrix(rows), given, own, 'test') as Matrix).to2DArray()).toEqual(
          X,
        );
      }),
    );
  });
});

describe('other columns', () => {
  const order =
    (names: unknown, rows: MatrixLike = X) =>
    (): unknown =>
      orderColumns(rows, names as string[], featureNames, 'Tree.predict');

  test('are listed, with the names that were meant', () => {
    expect(order(['height', 'widht', 'weight'])).toThrow(FeatureNamesError);
    expect(order(['height', 'widht', 'weight'])).toThrow(
      expect.objectContaining({
        kind: 'input',
        owner: 'Tree.predict',
        missing: ['width'],
        unexpected: ['widht'],
        expected: featureNames,
        message:
          'Tree.predict: the columns are not those seen in fit: missing "width" (is it "widht"?); ' +
          'unexpected "widht". Expected, in any order: "height", "width", "weight"',
      }),
    );
  });

  test.each<[string, unknown, new (...args: never[]) => Error, string]>([
    ['too few', ['a', 'b'], ShapeError, 'as many featureNames as X has columns (3), got 2'],
    [
      'one twice',
      ['a', 'b', 'a'],
      ParameterError,
      'featureNames[2] must be another name than those before, got "a"',
    ],
    ['no text', ['a', 1, 'b'], ParameterError, 'featureNames[1] must be text, got 1'],
    ['no array', 'abc', ParameterError, 'featureNames must be an array of names'],
  ])('names that are none: %s', (_, names, kind, message) => {
    expect(order(names)).toThrow(kind);
    expect(order(names)).toThrow(message);
    expect(() => orderColumns(X, names as string[], undefined, 'Tree.predict')).toThrow(message);
  });
});

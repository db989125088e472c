import { beforeAll, describe, expect, test } from '@jest/globals';
import { FeatureNamesError } from '@tenfold/base';
import { caseBytes } from '@tenfold/cases';
import { ParameterError, ShapeError } from '@tenfold/core';
import { ByteMatrix, Matrix, type MatrixLike } from '@tenfold/linalg';
import fc from 'fast-check';

import { LogisticRegression } from '../src/index.js';
import { threeGroups } from './data.js';

const { X, y } = threeGroups();
const featureNames = ['height', 'width', 'weight'];
let model: LogisticRegression;

beforeAll(async () => {
  model = await new LogisticRegression().fit(X, y, { featureNames });
});

const permuted = (order: number[]): { rows: number[][]; names: string[] } => ({
  rows: X.map((row) => order.map((column) => row[column])),
  names: order.map((column) => featureNames[column]),
});

describe('columns by name', () => {
  test('the model keeps a copy of the names', async () => {
    const names = [...featureNames];
    const fit = new LogisticRegression().fit(X, y, { featureNames: names });
    names.fill('changed');
    expect((await fit).featureNamesIn).toEqual(featureNames);
    expect(Object.isFrozen((await fit).featureNamesIn)).toBe(true);
  });

  test.each([[[0, 1, 2]], [[0, 2, 1]], [[1, 0, 2]], [[1, 2, 0]], [[2, 0, 1]], [[2, 1, 0]]])(
    'in the order %j every answer is the same, to the last bit',
    async (order) => {
      const { rows, names } = permuted(order);
      const how = { featureNames: names };
      for (const given of [rows, new Matrix(rows), rows.map((row) => Float64Array.from(row))]) {
        expect(model.predict(given, how)).toEqual(model.predict(X));
        expect(model.predictProba(given, how)).toEqual(model.predictProba(X));
        expect(model.predictLogProba(given, how)).toEqual(model.predictLogProba(X));
        expect(model.decisionFunction(given, how)).toEqual(model.decisionFunction(X));
        expect(await model.predictAsync(given, how)).toEqual(model.predict(X));
        expect(await model.predictProbaAsync(given, how)).toEqual(await model.predictProbaAsync(X));
        expect(model.score(given, y, how)).toBe(model.score(X, y));
      }
    },
  );

  test('bytes in another order too', async () => {
    const pixels = new ByteMatrix(4, 2, Uint8Array.of(0, 9, 255, 3, 200, 100, 7, 80));
    const named = await new LogisticRegression().fit(pixels, [0, 1, 1, 0], { featureNames: ['a', 'b'] });
    const swapped = new ByteMatrix(4, 2, Uint8Array.of(9, 0, 3, 255, 100, 200, 80, 7));
    expect(named.predictProba(swapped, { featureNames: ['b', 'a'] })).toEqual(named.predictProba(pixels));
    const rows = [Uint8Array.of(9, 0), Uint8Array.of(3, 255)];
    expect(named.predict(rows, { featureNames: ['b', 'a'] })).toEqual([0, 1]);
  });

  test('any columns of any names', () => {
    const names = fc.uniqueArray(fc.string(), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(names, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (own, order) => {
        const renamed = LogisticRegression.fromJSON({ ...model.toJSON(), featureNames: own });
        const { rows } = permuted(order);
        const given = order.map((column) => own[column]);
        expect(renamed.predictProba(rows, { featureNames: given })).toEqual(model.predictProba(X));
      }),
    );
  });

  test('without names on either side columns are matched by position', async () => {
    expect(model.predict(X)).toEqual(model.predict(X, { featureNames }));
    const nameless = await new LogisticRegression().fit(X, y);
    expect(nameless.featureNamesIn).toBeUndefined();
    expect(nameless.predict(X, { featureNames: ['x', 'y', 'z'] })).toEqual(nameless.predict(X));
    const again = await LogisticRegression.fromJSON(model.toJSON()).fit(X, y);
    expect(again.featureNamesIn).toBeUndefined();
  });

  test('models keep names in JSON', () => {
    expect(model.toJSON().featureNames).toEqual(featureNames);
    const back = LogisticRegression.fromJSON(JSON.parse(JSON.stringify(model)));
    expect(back.featureNamesIn).toEqual(featureNames);
    expect(Object.isFrozen(back.featureNamesIn)).toBe(true);
  });

  test('fruit in another order of columns is predicted right', async () => {
    const fruit = readTable('fruit.csv');
    const other = readTable('fruit-permuted.csv');
    const ripeness = await new LogisticRegression({ maxIter: 1000 }).fit(fruit.X, fruit.y, {
      featureNames: fruit.featureNames,
    });
    expect(ripeness.score(fruit.X, fruit.y, { featureNames: fruit.featureNames })).toBe(1);
    expect(ripeness.score(other.X, other.y, { featureNames: other.featureNames })).toBe(1);
    expect(ripeness.score(other.X, other.y)).toBeLessThan(1);
  });
});

describe('other columns', () => {
  const thrown = (names: unknown, rows: MatrixLike = X): unknown => {
    try {
      model.predict(rows, { featureNames: names as string[] });
    } catch (error) {
      return error;
    }
    return undefined;
  };

  test('are listed, with the names that were meant', () => {
    const error = thrown(['height', 'widht', 'weight']);
    expect(error).toBeInstanceOf(FeatureNamesError);
    expect(error).toMatchObject({
      kind: 'input',
      owner: 'LogisticRegression.predict',
      missing: ['width'],
      unexpected: ['widht'],
      expected: featureNames,
    });
    expect((error as Error).message).toBe(
      'LogisticRegression.predict: the columns are not those seen in fit: missing "width" (is it "widht"?); ' +
        'unexpected "widht". Expected, in any order: "height", "width", "weight"',
    );
  });

  test('missing and unexpected ones are listed separately', () => {
    const [narrow, wide] = [X.map((row) => row.slice(1)), X.map((row) => [...row, 1])];
    expect(thrown(['weight', 'height'], narrow)).toMatchObject({ missing: ['width'], unexpected: [] });
    expect(thrown([...featureNames, 'id'], wide)).toMatchObject({ missing: [], unexpected: ['id'] });
    const pixels = Array.from({ length: 784 }, (_, i) => `pixel ${i}`);
    const many = thrown(
      pixels,
      X.map(() => pixels.map(() => 0)),
    );
    expect((many as Error).message).toContain('"pixel 7" and 776 more');
  });

  test('the asynchronous forms refuse them too', async () => {
    const how = { featureNames: ['a', 'b', 'c'] };
    await expect(model.predictAsync(X, how)).rejects.toThrow(FeatureNamesError);
    await expect(model.predictProbaAsync(X, how)).rejects.toThrow(FeatureNamesError);
    expect(() => model.score(X, y, how)).toThrow(FeatureNamesError);
  });

  test.each<[string, unknown, new (...args: never[]) => Error, string]>([
    ['too few', ['a', 'b'], ShapeError, 'as many featureNames as X has columns (3), got 2'],
    ['too many', ['a', 'b', 'c', 'd'], ShapeError, 'got 4'],
    [
      'one twice',
      ['a', 'b', 'a'],
      ParameterError,
      'featureNames[2] must be another name than those before, got "a"',
    ],
    ['no text', ['a', 1, 'b'], ParameterError, 'featureNames[1] must be text, got 1'],
    [
      'a hole',
      Object.assign(Array<string>(3), { 0: 'a', 2: 'b' }),
      ParameterError,
      'featureNames[1] must be text, got undefined',
    ],
    ['no array', 'abc', ParameterError, 'featureNames must be an array of names'],
  ])('names that are none: %s', async (_, names, kind, message) => {
    const fit = new LogisticRegression().fit(X, y, { featureNames: names as string[] });
    await expect(fit).rejects.toThrow(kind);
    await expect(fit).rejects.toThrow(message);
    expect(thrown(names)).toBeInstanceOf(kind);
    const nameless = new LogisticRegression().fit(X, y);
    expect(() => model.predict(X, { featureNames: names as string[] })).toThrow(message);
    expect((await nameless).isFitted).toBe(true);
  });
});

function readTable(name: string): { X: number[][]; y: string[]; featureNames: string[] } {
  const [header, ...lines] = new TextDecoder().decode(caseBytes(name)).trim().split('\n');
  const names = header.split(',');
  const target = names.indexOf('state');
  const rows = lines.map((line) => line.split(','));
  const others = (row: string[]): string[] => row.filter((_, i) => i !== target);
  return {
    X: rows.map((row) => others(row).map(Number)),
    y: rows.map((row) => row[target]),
    featureNames: others(names),
  };
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { ModelFormatError } from '@tenfold/base';
import { LogisticRegression } from '@tenfold/linear-model';

import { formatModel, modelFromJSON } from '../src/index.js';
import { loadModel } from '../src/node/index.js';
import { threeGroups } from './data.js';

const classes = [LogisticRegression];
const path = join(import.meta.dirname, 'fixtures', 'model-version-1.json');
const version1 = (): string => readFileSync(path, 'utf8');

interface FormatOne {
  params: Record<string, unknown>;
  [name: string]: unknown;
}
const value = (): FormatOne => JSON.parse(version1()) as FormatOne;
const { X } = threeGroups();

const omit = (params: object, name: string): object =>
  Object.fromEntries(Object.entries(params).filter(([own]) => own !== name));

const hash = (doubles: number[]): string =>
  createHash('sha256').update(Float64Array.from(doubles)).digest('hex');

describe('a file of format 1', () => {
  test.each([
    ['its text', () => modelFromJSON(version1(), classes)],
    ['its value', () => modelFromJSON(value(), classes)],
    ['its value by the class', () => LogisticRegression.fromJSON(value())],
    ['the file', () => loadModel(path, classes)],
  ])('is read from %s', async (_, read) => {
    const model = await read();
    expect(model.classes).toEqual(['a', 'b', 'c']);
    expect(model.featureNamesIn).toBeUndefined();
    expect(model.coef.to2DArray()).toEqual(value().coef);
    expect([...model.intercept]).toEqual(value().intercept);
    expect(model).toMatchObject({ nFeatures: 3, nIter: [22], converged: true, warnings: [] });
    expect(model.objective).toBe(1.2688990432549523);
    expect(model.params).toEqual({
      ...new LogisticRegression().params,
      penalty: 'l2',
      C: 0.1,
      classWeight: new Map([['a', 2]]),
    });
    expect(model.provenance).toEqual({ dataset: 'groups', split: { testSize: 0 } });
  });

  test('predicts as it did', () => {
    const proba = modelFromJSON(version1(), classes).predictProba(X.slice(0, 3)).to2DArray();
    const then = [
      [0.9984913896351671, 0.0005845243077418829, 0.0009240860570912803],
      [0.0007812573922037218, 0.9960315978006279, 0.0031871448071679217],
      [0.00022772889509085252, 0.0007495737876987191, 0.9990226973172108],
    ];
    for (const [i, row] of then.entries()) {
      for (const [k, p] of row.entries()) expect(proba[i][k]).toBeCloseTo(p, 12);
    }
  });

  // SHA-256 of the doubles that the build which wrote the file gave for the 60 rows of threeGroups().
  test('predicts to the bit what the build did that wrote it', async () => {
    const model = modelFromJSON(version1(), classes);
    expect(hash(model.decisionFunction(X).to1DArray())).toBe(
      'c13853144177bbd282bc4cb54a4677aeb956675048abe1daab363bf8d3036a26',
    );
    expect(hash(model.predictProba(X).to1DArray())).toBe(
      '2cf44f1c2841e63f650b3ee810f115840b96b1ce4b85b2a896725132071448a5',
    );
    expect(hash(model.predictLogProba(X).to1DArray())).toBe(
      'da64c889a5b8ce619a68f76a33d2e22825989557bee5b8d2e1c2107715a0482c',
    );
    const labels = Array.from('abcabcabcabcabcabcabcabcabcabcabcabcabcaacabcabcabcabcabcabc');
    expect(model.predict(X)).toEqual(labels);
    expect(await model.predictAsync(X)).toEqual(labels);
  });

  test('is written as format 2, which is the same model', () => {
    const model = modelFromJSON(version1(), classes);
    const json = model.toJSON();
    // Parameters that are newer than the file have their defaults.
    const params = { ...omit(value().params, 'threads'), warmStart: false, interceptPenalty: true };
    expect(json).toEqual({
      format: 'tenfold-model',
      formatVersion: 2,
      estimator: { name: 'LogisticRegression', version: 1, params },
      labels: { kind: 'array', classes: ['a', 'b', 'c'] },
      nFeatures: 3,
      tensors: {
        coef: { dtype: 'float64', shape: [3, 3], data: (value().coef as number[][]).flat() },
        intercept: { dtype: 'float64', shape: [3], data: value().intercept },
        nIter: { dtype: 'int32', shape: [1], data: [22] },
      },
      facts: { converged: true, objective: 1.2688990432549523 },
      provenance: { dataset: 'groups', split: { testSize: 0 } },
    });
    const again = modelFromJSON(formatModel(json), classes);
    expect(again.toJSON()).toEqual(json);
    expect(again.predictProba(X)).toEqual(model.predictProba(X));
  });

  const read = (change: object, params: object = {}): LogisticRegression => {
    const one = value();
    return modelFromJSON(
      JSON.stringify({ ...one, ...change, params: { ...one.params, ...params } }),
      classes,
    );
  };

  test('may be older or fuller than this one', () => {
    const older = omit(value().params, 'preconditioner');
    expect(modelFromJSON({ ...value(), params: older }, classes).params.preconditioner).toBe('auto');
    expect(read({}, { threads: 4 }).params).not.toHaveProperty('threads');
    expect(read({}, { C: 'Infinity' }).params.C).toBe(Infinity);
    expect(read({}, { classWeight: null }).params.classWeight).toBeUndefined();
    const featureNames = ['x', 'y', 'z'];
    expect(read({ featureNames }).featureNamesIn).toEqual(featureNames);
    expect(read({ provenance: undefined }).provenance).toBeUndefined();
    const bytes = read({ classes: [0, 1, 2], labelKind: 'Uint8Array' }, { classWeight: null });
    expect(bytes.predict(X.slice(0, 2))).toEqual(Uint8Array.of(0, 1));
  });

  test('keeps classes and provenance of any name', () => {
    const text = JSON.stringify({ ...value(), classes: ['a', 'b', 'constructor'] })
      .replace('"classWeight":{"a":2}', '"classWeight":{"constructor":2,"a":1,"b":1}')
      .replace('"provenance":{', '"provenance":{"__proto__":{"a":1},');
    const model = modelFromJSON(text, classes);
    expect(model.params.classWeight).toEqual(
      new Map([
        ['constructor', 2],
        ['a', 1],
        ['b', 1],
      ]),
    );
    expect(Object.keys(model.provenance ?? {})).toEqual(['__proto__', 'dataset', 'split']);
    expect(modelFromJSON(formatModel(model.toJSON()), classes).toJSON()).toEqual(model.toJSON());
  });

  test.each<[string, string, object, object, string]>([
    [
      'another model',
      'estimator',
      { model: 'Tree' },
      {},
      'expected a model of LogisticRegression, got one of "Tree"',
    ],
    ['a missing part', 'format', { intercept: undefined }, {}, 'intercept'],
    ['no coefficients', 'format', { coef: undefined }, {}, 'coef'],
    ['no classes', 'format', { classes: undefined }, {}, 'classes'],
    ['no hyper-parameter C', 'format', {}, { C: undefined }, 'params.C'],
    ['no hyper-parameter multiClass', 'format', {}, { multiClass: undefined }, 'params.multiClass'],
    ['a parameter out of range', 'format', {}, { C: -1 }, 'C must be a number above 0'],
    ['a solver unknown', 'format', {}, { solver: 'sgd' }, 'solver must be one of auto, lbfgs, '],
    ['a hyper-parameter unknown', 'format', {}, { gamma: 1 }, 'got "gamma"'],
    [
      'too few rows',
      'shape',
      {
        coef: [
          [1, 2, 3],
          [4, 5, 6],
        ],
      },
      {},
      'coef: expected 3 × 3 elements, got 2 × 3',
    ],
    ['no rows', 'shape', { coef: [] }, {}, 'coef: expected 3 × 3 elements, got 0 × 3'],
    ['a short row', 'shape', { coef: [[1, 2, 3], [4, 5, 6], [1]] }, {}, 'in row 2 of coef, got 1'],
    [
      'a long row',
      'shape',
      {
        coef: [
          [1, 2, 3, 4],
          [4, 5],
          [1, 2, 3],
        ],
      },
      {},
      'in row 0 of coef, got 4',
    ],
    ['too few intercepts', 'shape', { intercept: [1] }, {}, 'intercept: expected 3 elements, got 1'],
    ['a class twice', 'shape', { classes: ['a', 'a', 'b'] }, {}, 'a class occurs twice'],
    [
      'NaN written as null in coef',
      'non-finite',
      {
        coef: [
          [NaN, 0, 0],
          [1, 2, 3],
          [4, 5, 6],
        ],
      },
      {},
      'coef.0.0',
    ],
    ['NaN written as null in intercept', 'non-finite', { intercept: [0, NaN, 0] }, {}, 'intercept.1'],
    ['an objective that is null', 'format', { objective: NaN }, {}, 'facts.objective'],
    ['converged in words', 'format', { converged: 'yes' }, {}, 'facts.converged'],
    ['iterations of other problems', 'shape', { nIter: [1, 2, 3] }, {}, 'nIter: expected 1 elements, got 3'],
    ['iterations in fractions', 'format', { nIter: [1.5] }, {}, 'nIter: expected elements of int32, got 1.5'],
    ['iterations below 0', 'shape', { nIter: [-1] }, {}, 'nIter: expected whole numbers of at least 0'],
    ['other nFeatures', 'shape', { nFeatures: 4 }, {}, '4 entries (nFeatures) in row 0 of coef, got 3'],
    ['too few names', 'shape', { featureNames: ['a'] }, {}, '3 entries of featureNames (nFeatures), got 1'],
    ['text in bytes', 'shape', { labelKind: 'Uint8Array' }, {}, 'a Uint8Array holds'],
    [
      'a weight for a class that is not there',
      'format',
      {},
      { classWeight: { z: 2 } },
      'classWeight must be about labels',
    ],
    ['an intercept without one', 'shape', {}, { fitIntercept: false }, 'an intercept of 0'],
    ['softmax by liblinear', 'format', {}, { solver: 'liblinear', multiClass: 'multinomial' }, 'multiClass'],
    ['provenance that is a list', 'format', { provenance: ['x'] }, {}, 'provenance'],
  ])('that is damaged is refused: %s', (_, problem, change, params, message) => {
    expect(() => read(change, params)).toThrow(ModelFormatError);
    expect(() => read(change, params)).toThrow(message);
    expect(() => read(change, params)).toThrow(expect.objectContaining({ problem, kind: 'input' }));
  });
});

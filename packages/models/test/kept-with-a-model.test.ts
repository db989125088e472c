import { describe, expect, test } from '@jest/globals';
import { LogisticRegression } from '@tenfold/linear-model';
import fc from 'fast-check';

import { formatModel, modelFromJSON } from '../src/index.js';
import { threeGroups } from './data.js';

const classes = [LogisticRegression];
const { X, y } = threeGroups();
const forms: [string, (model: LogisticRegression) => unknown][] = [
  ['readable text', (model) => formatModel(model.toJSON())],
  ['compact text', (model) => JSON.stringify(model)],
  ['a value', (model) => model.toJSON()],
];

describe.each(forms)('%s', (_, form) => {
  const again = (model: LogisticRegression): LogisticRegression => modelFromJSON(form(model), classes);

  test('keeps the kind of the labels', async () => {
    const kinds = [
      ...[Uint8Array, Uint8ClampedArray, Int8Array, Uint16Array, Int16Array, Uint32Array, Int32Array],
      ...[Float32Array, Float64Array],
    ].map((ArrayOf) => ArrayOf.from(y));
    for (const labels of [...kinds, y, y.map(String), y.map((code) => code > 0)]) {
      const back = again(await new LogisticRegression({ C: 1e6 }).fit(X, labels));
      expect(back.predict(X)).toEqual(labels);
      expect(await back.predictAsync(X)).toEqual(labels);
      expect(back.score(X, labels)).toBe(1);
    }
  });

  test('keeps the names of the columns', async () => {
    const featureNames = ['height', 'width', 'weight'];
    const model = await new LogisticRegression().fit(X, y, { featureNames });
    expect(model.toJSON().featureNames).toEqual(featureNames);
    const back = again(model);
    expect(back.featureNamesIn).toEqual(featureNames);
    expect(Object.isFrozen(back.featureNamesIn)).toBe(true);
    const turned = X.map(([height, width, weight]) => [weight, height, width]);
    expect(back.predictProba(turned, { featureNames: ['weight', 'height', 'width'] })).toEqual(
      model.predictProba(X),
    );
    expect((await again(model).fit(X, y)).featureNamesIn).toBeUndefined();
  });

  test('keeps the weights of the classes, of such too as are not there', async () => {
    const classWeight = { 0: 1, 1: 2, 2: 0.1, 9: 4 };
    const model = await new LogisticRegression({ classWeight }).fit(X, y);
    const back = again(model);
    expect(back.params.classWeight).toEqual(model.params.classWeight);
    expect((await back.clone().fit(X, y)).coef).toEqual(model.coef);
    const balanced = await new LogisticRegression({ classWeight: 'balanced' }).fit(X, y);
    expect(again(balanced).params.classWeight).toBe('balanced');
  });

  test('keeps an infinite C', async () => {
    const model = await new LogisticRegression({ C: Infinity, maxIter: 5 }).fit(X, y);
    expect(model.toJSON().estimator.params.C).toBe('Infinity');
    const back = again(model);
    expect(back.params.C).toBe(Infinity);
    expect(back.toJSON()).toEqual(model.toJSON());
  });

  test('keeps that there is no penalty, and how the fit went', async () => {
    const model = await new LogisticRegression({ penalty: null, maxIter: 2, multiClass: 'ovr' }).fit(X, y);
    const back = again(model);
    expect(back.params.penalty).toBeNull();
    expect([back.converged, back.nIter, back.objective]).toEqual([false, [2, 2, 2], model.objective]);
    expect(back.warnings).toEqual([]);
  });
});

test('any names of columns are stored and read', async () => {
  const model = await new LogisticRegression().fit(X, y);
  const name = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'constructor', ''));
  const names = fc.uniqueArray(name, { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(names, (featureNames) => {
      const text = formatModel({ ...model.toJSON(), featureNames });
      expect(modelFromJSON(text, classes).featureNamesIn).toEqual(featureNames);
    }),
  );
});

import { describe, expect, test } from '@jest/globals';

import { MODEL_FORMAT, ModelFormatError, readEnvelope } from '../src/index.js';

/** A copy without some of its fields. */
function omit(value: object, ...names: string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

describe('a value of format 1', () => {
  const params = {
    ...{
      solver: 'lbfgs',
      penalty: 'l2',
      C: 1,
      l1Ratio: 0,
      dual: false,
      fitIntercept: true,
      interceptScaling: 1,
    },
    ...{
      classWeight: null,
      multiClass: 'auto',
      tol: 1e-4,
      maxIter: 100,
      preconditioner: 'none',
      randomState: 0,
    },
  };
  const one = {
    format: MODEL_FORMAT,
    formatVersion: 1,
    model: 'LogisticRegression',
    params: { ...params, threads: null },
    labelKind: 'Uint8Array',
    classes: [0, 1],
    nFeatures: 2,
    featureNames: ['x', 'y'],
    nIter: [7],
    converged: true,
    objective: 0.5,
    intercept: [0.25],
    coef: [[1, 2]],
    provenance: { dataset: 'points' },
  };

  test('has the outline of one of format 2', () => {
    expect(readEnvelope(one)).toEqual({
      format: MODEL_FORMAT,
      formatVersion: 2,
      estimator: { name: 'LogisticRegression', version: 1, params },
      labels: { kind: 'Uint8Array', classes: [0, 1] },
      nFeatures: 2,
      featureNames: ['x', 'y'],
      tensors: {
        coef: { dtype: 'float64', shape: [1, 2], data: [1, 2] },
        intercept: { dtype: 'float64', shape: [1], data: [0.25] },
        nIter: { dtype: 'int32', shape: [1], data: [7] },
      },
      facts: { converged: true, objective: 0.5 },
      provenance: { dataset: 'points' },
    });
  });

  test('is not changed by being read', () => {
    const before = structuredClone(one);
    readEnvelope(one);
    expect(one).toEqual(before);
  });

  test('may be without names, provenance and preconditioner', () => {
    const older = omit(one.params, 'preconditioner');
    const read = readEnvelope({ ...omit(one, 'featureNames', 'provenance'), params: older });
    expect(read.estimator.params).toHaveProperty('preconditioner', 'auto');
    expect(read).not.toHaveProperty('featureNames');
    expect(read).not.toHaveProperty('provenance');
  });

  test.each(Object.keys(one).filter((name) => !['featureNames', 'provenance'].includes(name)))(
    'without %s is none',
    (name) => {
      const read = (): unknown => readEnvelope(omit(one, name));
      expect(read).toThrow(ModelFormatError);
      expect(read).toThrow(name === 'format' ? 'not a Tenfold model' : name);
    },
  );

  test.each(Object.keys(params).filter((name) => name !== 'preconditioner'))(
    'without the hyper-parameter %s is none',
    (name) => {
      const read = (): unknown => readEnvelope({ ...one, params: omit(one.params, name) });
      expect(read).toThrow(ModelFormatError);
      expect(read).toThrow(`params.${name}`);
    },
  );

  test.each<[string, object, string, string]>([
    [
      'a row of coef of another length',
      { coef: [[1, 2, 3]] },
      'shape',
      'expected 2 entries (nFeatures) in row 0 of coef, got 3',
    ],
    ['an empty row of coef', { coef: [[1, 2], []] }, 'shape', 'in row 1 of coef, got 0'],
    ['a weight that is null', { coef: [[1, null]] }, 'non-finite', 'coef.0.1'],
    ['a weight that is NaN', { coef: [[NaN, 1]] }, 'non-finite', 'coef.0.0'],
    ['an infinite weight', { coef: [[Infinity, 1]] }, 'non-finite', 'coef.0.0'],
    ['an intercept that is null', { intercept: [null] }, 'non-finite', 'intercept.0'],
    ['a weight in words', { coef: [['x', 1]] }, 'format', 'coef.0.0'],
    ['coef without rows', { coef: [1, 2] }, 'format', 'coef.0'],
    ['hyper-parameters in a list', { params: [1] }, 'format', 'params'],
    ['hyper-parameters that are null', { params: null }, 'format', 'params'],
    ['a name that is no text', { model: 7 }, 'format', 'model'],
    ['an unknown kind of labels', { labelKind: 'Set' }, 'format', 'kind'],
    ['names that are null', { featureNames: null }, 'format', 'featureNames'],
    ['provenance that is null', { provenance: null }, 'format', 'provenance'],
    ['tensors of format 2 beside no coef', { coef: undefined, tensors: {} }, 'format', 'coef'],
  ])('%s is refused', (_, change, problem, message) => {
    const read = (): unknown => readEnvelope({ ...one, ...change });
    expect(read).toThrow(ModelFormatError);
    expect(read).toThrow(message);
    expect(read).toThrow(expect.objectContaining({ problem }));
  });
});

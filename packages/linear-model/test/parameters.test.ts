import { describe, expect, test } from '@jest/globals';
import { ParameterError } from '@tenfold/core';

import { LogisticRegression, type LogisticRegressionOptions } from '../src/index.js';

describe('parameters of LogisticRegression', () => {
  test('have the defaults of scikit-learn', () => {
    expect(new LogisticRegression().params).toEqual({
      solver: 'lbfgs',
      penalty: 'auto',
      C: 1,
      l1Ratio: 0,
      dual: false,
      fitIntercept: true,
      interceptScaling: 1,
      interceptPenalty: true,
      classWeight: undefined,
      multiClass: 'auto',
      tol: 1e-4,
      maxIter: 100,
      warmStart: false,
      preconditioner: 'auto',
      randomState: 0,
    });
  });

  test('undefined means the default', () => {
    const options = { solver: undefined, C: undefined } as unknown as LogisticRegressionOptions;
    expect(new LogisticRegression(options).params).toMatchObject({ solver: 'lbfgs', C: 1 });
  });

  test.each([
    ['solver', 'liblinar', '(did you mean liblinear?), got "liblinar"'],
    ['penalty', 'l3', 'one of auto, l2, l1, elasticnet'],
    ['penalty', 'l1', "'l2' or null (none) with the solver lbfgs"],
    ['penalty', 'elasticnet', "'l2' or null (none) with the solver lbfgs"],
    ['C', 0, 'a number above 0, got 0'],
    ['C', -1, 'a number above 0'],
    ['C', NaN, 'a number above 0, got NaN'],
    ['C', -Infinity, 'a number above 0'],
    ['C', '1', 'a number above 0, got "1"'],
    ['l1Ratio', 0.5, '0 with the solver lbfgs'],
    ['l1Ratio', 2, 'a number from 0 to 1'],
    ['dual', 1, 'true or false'],
    ['dual', true, 'false with the solver lbfgs'],
    ['fitIntercept', 'yes', 'true or false'],
    ['interceptScaling', 0, 'a number above 0'],
    ['interceptPenalty', 0, 'true or false'],
    ['classWeight', 'even', "'balanced', an object or a Map"],
    ['classWeight', [1, 2], "'balanced', an object or a Map from label to weight, got an array of 2"],
    ['classWeight', Float64Array.of(1, 2), "'balanced', an object or a Map"],
    ['multiClass', 'softmax', 'one of auto, ovr, multinomial'],
    ['tol', -1e-9, 'a number of at least 0'],
    ['maxIter', 0, 'a whole number of at least 1'],
    ['maxIter', 1.5, 'a whole number'],
    ['randomState', -1, 'from 0 to 4294967295'],
  ])('refuse %s of %p', (name, value, message) => {
    const make = (): unknown => new LogisticRegression({ [name]: value });
    expect(make).toThrow(ParameterError);
    expect(make).toThrow(`LogisticRegression: ${name} must be ${message.startsWith("'") ? message : ''}`);
    expect(make).toThrow(message);
  });

  test('refuse a class weight that is no weight, and name the class', () => {
    const make = (): unknown => new LogisticRegression({ classWeight: { 3: -1 } });
    expect(make).toThrow('classWeight of 3 must be a number of at least 0, got -1');
  });

  test('refuse what liblinear has not', () => {
    const liblinear = (options: LogisticRegressionOptions) => (): unknown =>
      new LogisticRegression({ solver: 'liblinear', ...options });
    expect(liblinear({ penalty: null })).toThrow("penalty must be 'l2' or 'l1' with the solver liblinear");
    expect(liblinear({ multiClass: 'multinomial' })).toThrow('multiClass must be ovr or auto');
    expect(liblinear({ tol: 0 })).toThrow('tol must be above 0 with the solver liblinear');
    expect(liblinear({ dual: true })).not.toThrow();
    expect(liblinear({ dual: true, penalty: 'l1' })).toThrow("penalty must be 'l2' with dual");
    const free = { dual: true, interceptPenalty: false };
    expect(liblinear(free)).toThrow('interceptPenalty must be true with dual');
    expect(liblinear({ ...free, fitIntercept: false })).not.toThrow();
  });

  test('refuse a mix of penalties that the penalty is not', () => {
    const mixed = (options: LogisticRegressionOptions) => (): unknown =>
      new LogisticRegression({ l1Ratio: 0.5, ...options });
    expect(mixed({ penalty: 'l2' })).toThrow('l1Ratio must be 0 with the penalty l2');
    expect(mixed({ penalty: 'l1' })).toThrow('l1Ratio must be 0 with the penalty l1');
    expect(mixed({ penalty: null })).toThrow('l1Ratio must be 0 without a penalty');
  });

  test('refuse a name that there is not', () => {
    const options = { maxiter: 3 } as LogisticRegressionOptions;
    expect(() => new LogisticRegression(options)).toThrow('(did you mean maxIter?), got "maxiter"');
  });

  test('do not include threads, which are an option of fit', () => {
    const options = { threads: 2 } as LogisticRegressionOptions;
    expect(() => new LogisticRegression(options)).toThrow(ParameterError);
    expect(() => new LogisticRegression(options)).toThrow('got "threads"');
  });
});

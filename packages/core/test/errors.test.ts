import { describe as suite, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFile } from 'node:fs/promises';

import {
  booleanOption,
  checkBoolean,
  checkedLater,
  checkInteger,
  checkNames,
  checkNumber,
  checkOneOf,
  checkOptions,
  choiceOption,
  closest,
  describe,
  errorCode,
  errorMessage,
  InputError,
  integerOption,
  isTenfoldError,
  NonFiniteError,
  NotFittedError,
  numberOption,
  orNull,
  OutsideError,
  ParameterError,
  ShapeError,
} from '../src/index.js';

suite('messages', () => {
  test('name the owner, the expectation and what came', () => {
    expect(new ParameterError('LogisticRegression', 'C', 'a number above 0', -1).message).toBe(
      'LogisticRegression: C must be a number above 0, got -1',
    );
    expect(new ShapeError('fit', 'as many labels as rows (3)', '2').message).toBe(
      'fit: expected as many labels as rows (3), got 2',
    );
    expect(new NonFiniteError('fit', 4, 2, NaN)).toMatchObject({ row: 4, column: 2, kind: 'input' });
    expect(new NotFittedError('LogisticRegression', 'predict').message).toContain('call fit first');
  });

  test.each([
    ['text', '"text"'],
    [12n, '12n'],
    [[1, 2], 'an array of 2'],
    [new Uint8Array(3), 'a Uint8Array'],
    [{}, 'an object (Object)'],
    [undefined, 'undefined'],
    [parseInt, 'a function (parseInt)'],
    ['x'.repeat(100), `"${'x'.repeat(57)}..."`],
  ])('show %p as %s', (value, expected) => expect(describe(value)).toBe(expected));
});

suite('isTenfoldError', () => {
  test('has the kind of error, also across copies of the package', () => {
    expect(isTenfoldError(new OutsideError('disk full'))).toBe(true);
    expect(isTenfoldError(Object.assign(new Error('a copy'), { kind: 'input' }))).toBe(true);
    expect(isTenfoldError(new Error('other'))).toBe(false);
    expect(isTenfoldError({ kind: 'input' })).toBe(false);
  });
});

suite('checks', () => {
  test('numbers: range ends, NaN, infinity and text', () => {
    expect(checkNumber('f', 'p', 0.5, { above: 0, max: 1 })).toBe(0.5);
    expect(() => checkNumber('f', 'p', 0, { above: 0 })).toThrow('f: p must be a number above 0, got 0');
    expect(() => checkNumber('f', 'p', NaN)).toThrow(ParameterError);
    expect(() => checkNumber('f', 'p', Infinity)).toThrow(ParameterError);
    expect(checkNumber('f', 'p', Infinity, { infinite: true })).toBe(Infinity);
    expect(() => checkNumber('f', 'p', '1')).toThrow('got "1"');
  });

  test('whole numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), (n) => checkInteger('f', 'p', n, { min: 0, max: 9 }) === n),
    );
    expect(() => checkInteger('f', 'p', 1.5, { min: 1 })).toThrow('a whole number of at least 1');
    expect(() => checkInteger('f', 'p', 11, { min: 0, max: 9 })).toThrow('from 0 to 9');
  });

  test('words: a near miss is suggested, a far one is not', () => {
    expect(checkOneOf('f', 'solver', 'lbfgs', ['lbfgs', 'liblinear'])).toBe('lbfgs');
    expect(() => checkOneOf('f', 'solver', 'liblinar', ['lbfgs', 'liblinear'])).toThrow(
      'f: solver must be one of lbfgs, liblinear (did you mean liblinear?), got "liblinar"',
    );
    expect(closest('xyz', ['lbfgs'])).toBeUndefined();
  });

  test('booleans', () => {
    expect(checkBoolean('f', 'p', false)).toBe(false);
    expect(() => checkBoolean('f', 'p', 0)).toThrow(InputError);
  });
});

suite('what somebody else threw', () => {
  test('has the code that its class gave it, whatever that class', async () => {
    const missing: unknown = await readFile('/no/such/file').catch((error: unknown) => error);
    expect(errorCode(missing)).toBe('ENOENT');
    expect(errorMessage(missing)).toContain('/no/such/file');
    expect(errorCode({ code: 'ELOCKED' })).toBe('ELOCKED');
  });

  test.each([new Error('no'), { code: 7 }, null, undefined, 'ENOENT', 3])('%j has none', (thrown) => {
    expect(errorCode(thrown)).toBeUndefined();
  });

  test('has words, or is them', () => {
    expect(errorMessage(new RangeError('too far'))).toBe('too far');
    expect(errorMessage({ message: 'plain' })).toBe('plain');
    expect(errorMessage('thrown bare')).toBe('thrown bare');
    expect(errorMessage(new ShapeError('logLoss', 'one', 'none'))).toBe('expected one, got none');
    expect(errorMessage(new ShapeError('KNN.fit', 'one', 'none'))).toBe('expected one, got none');
    expect(errorMessage(new ShapeError('KNN', 'one', 'none'))).toBe('KNN: expected one, got none');
    expect(errorMessage({ message: 'logLoss', owner: 'logLoss' })).toBe('logLoss');
    expect(errorMessage({ message: 5 })).toBe('[object Object]');
    expect(errorMessage(undefined)).toBe('undefined');
  });
});

suite('checkNames', () => {
  test('lets known names pass, and refuses others with the nearest', () => {
    checkNames('fit', { tol: undefined, C: 1 }, ['C', 'tol']);
    expect(() => {
      checkNames('fit', { tool: 1 }, ['C', 'tol']);
    }).toThrow('fit: every option must be one of C, tol (did you mean tol?), got "tool"');
    expect(() => {
      checkNames('fit', { zebra: 1 }, ['C', 'tol']);
    }).toThrow('one of C, tol, got');
  });

  test.each([null, undefined, 3, 'C', [], new Map()])(
    'refuses %p, which is no object of options',
    (options) => {
      expect(() => {
        checkNames('fit', options, ['C']);
      }).toThrow(ParameterError);
    },
  );
});

suite('checkOptions', () => {
  const readers = {
    shuffle: booleanOption(true),
    digits: integerOption(2, { min: 0, max: 9 }),
    beta: numberOption(undefined, { min: 0 }),
    average: orNull(choiceOption('macro', ['macro', 'micro'])),
    normalize: choiceOption(undefined, ['true', 'pred']),
    weights: checkedLater<number[] | undefined>(),
  };

  test('gives every option, checked, or its default', () => {
    expect(checkOptions('f', { beta: 1, shuffle: undefined }, readers)).toEqual({
      shuffle: true,
      digits: 2,
      beta: 1,
      average: 'macro',
      normalize: undefined,
      weights: undefined,
    });
    const given = {
      shuffle: false,
      digits: 0,
      beta: 0.5,
      average: null,
      normalize: 'pred',
      weights: [1],
    };
    expect(checkOptions('f', given, readers)).toEqual(given);
  });

  test.each([
    [{ beta: 1, digit: 3 }, 'f: every option must be one of shuffle, digits'],
    [{ beta: 1, digit: 3 }, '(did you mean digits?), got "digit"'],
    [{}, 'f: beta must be a number of at least 0, got undefined'],
    [{ beta: 1, shuffle: 0 }, 'f: shuffle must be true or false, got 0'],
    [{ beta: 1, shuffle: null }, 'f: shuffle must be true or false, got null'],
    [{ beta: 1, digits: 10 }, 'f: digits must be a whole number from 0 to 9, got 10'],
    [
      { beta: 1, average: 'makro' },
      'f: average must be one of macro, micro (did you mean macro?), got "makro"',
    ],
    [{ beta: 1, normalize: null }, 'f: normalize must be one of true, pred, got null'],
    [null, 'f: options must be an object, got null'],
  ])('refuses %j', (options, message) => {
    expect(() => checkOptions('f', options, readers)).toThrow(ParameterError);
    expect(() => checkOptions('f', options, readers)).toThrow(message);
  });
});

import { afterEach, describe, expect, test } from '@jest/globals';

import { t, useTexts } from '../../src/webviews/shared/text.js';

describe('t', () => {
  afterEach(() => useTexts({}));

  test('puts values in by their order or by their names', () => {
    expect(t('plain')).toBe('plain');
    expect(t('{0} of {1}, {0}', 3, 'ten')).toBe('3 of ten, 3');
    expect(t('{what} is {value}', { what: 'C', value: 1 })).toBe('C is 1');
  });

  test('leaves alone what no value is given for', () => {
    expect(t('{0} and {1}', 'a')).toBe('a and {1}');
    expect(t('{toString}')).toBe('{toString}');
  });

  test('puts values in as they are', () => {
    expect(t('file {0}', '{0} $& <b>')).toBe('file {0} $& <b>');
  });

  test('gives the texts of another language, and English where it has none', () => {
    useTexts({ Close: 'Schließen' });
    expect(t('Close')).toBe('Schließen');
    expect(t('Open')).toBe('Open');
    expect(t('constructor')).toBe('constructor');
  });
});

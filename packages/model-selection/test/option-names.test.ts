import { describe, expect, test } from '@jest/globals';
import { ParameterError } from '@tenfold/core';

import * as selection from '../src/index.js';

/** What takes no options: the classes of errors, and what reads splits. */
const WITHOUT = [
  'FoldError',
  'SplitIndexError',
  'SplitSizeError',
  'StratifyError',
  'foldsOf',
  'isSplitter',
  'splitterFromJson',
  'splitterToJson',
];

const splitters: Record<string, (options: object) => unknown> = {
  KFold: (options) => new selection.KFold(options),
  StratifiedKFold: (options) => new selection.StratifiedKFold(options),
};

const calls: Record<string, (options: object) => unknown> = {
  splitIndices: (options) => selection.splitIndices(4, options),
  trainTestSplit: (options) => selection.trainTestSplit([1, 2, 3, 4], options),
};

test('every export is looked at', () => {
  expect([...Object.keys(calls), ...Object.keys(splitters), ...WITHOUT].sort()).toEqual(
    Object.keys(selection).sort(),
  );
});

describe.each(Object.entries(calls))('%s', (_, call) => {
  test.each([
    ['testsize', 'testSize'],
    ['randomstate', 'randomState'],
    ['stratified', 'stratify'],
  ])('refuses %s and says that %s was meant', (misspelt, option) => {
    const wrong = () => call({ [misspelt]: undefined });
    expect(wrong).toThrow(ParameterError);
    expect(wrong).toThrow(`(did you mean ${option}?)`);
  });

  test.each([null, 1, 'half'])('refuses %p for options', (options) => {
    expect(() => call(options as never)).toThrow(ParameterError);
  });

  test('takes the options that it has', () => {
    expect(() => call({ testSize: 0.5, randomState: 1, shuffle: undefined })).not.toThrow();
  });
});

describe.each(Object.entries(splitters))('%s', (_, make) => {
  test.each([
    ['nsplits', 'nSplits'],
    ['randomstate', 'randomState'],
  ])('refuses %s and says that %s was meant', (misspelt, option) => {
    expect(() => make({ [misspelt]: undefined })).toThrow(`(did you mean ${option}?)`);
  });

  test('takes the options that it has', () => {
    expect(() => make({ nSplits: 3, randomState: 1, shuffle: true })).not.toThrow();
  });
});

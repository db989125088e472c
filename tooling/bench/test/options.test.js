import { describe, expect, test } from '@jest/globals';

import { parseBench, parseSetup } from '../src/options.js';

const names = ['loss-gradient', 'digits'];
const silent = { writeErr: () => undefined, writeOut: () => undefined };
const parse = (...args) => parseBench(args, names, silent);

describe('the options of pnpm bench', () => {
  test('are all off by default', () => {
    expect(parse()).toMatchObject({
      only: [],
      quick: false,
      full: false,
      list: false,
      write: false,
      out: '.cache/bench-results.json',
    });
  });

  test('--only may be repeated', () => {
    expect(parse('--only', 'digits', '--only', 'loss-gradient', '--quick')).toMatchObject({
      only: ['digits', 'loss-gradient'],
      quick: true,
    });
  });

  test.each([
    [['--only', 'digit'], /One of: loss-gradient, digits/],
    [['--quick', '--write'], /--quick does not go with --write/],
    [['--quick', '--full'], /--quick does not go with --full/],
    [['digits'], /too many arguments/],
    [['--fast'], /unknown option/],
  ])('%j is wrong usage', (args, message) => {
    let told = '';
    const output = { ...silent, writeErr: (text) => (told += text) };
    expect(() => parseBench(args, names, output)).toThrow();
    expect(told).toMatch(message);
  });
});

test('the options of pnpm bench:setup', () => {
  expect(parseSetup(['--upgrade', '--cache', 'there'], silent)).toEqual({ upgrade: true, cache: 'there' });
});

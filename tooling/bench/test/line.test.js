import { describe, expect, test } from '@jest/globals';

import { figure, spread, target, times, verdict } from '../src/format.js';
import { against, alone } from '../src/line.js';
import { summarize } from '../src/statistics.js';

const line = (ours, theirs) =>
  against({
    work: 'w',
    peer: 'p',
    ours: summarize([ours]),
    theirs: summarize([theirs]),
    atLeast: 7,
    aim: 12,
  });

describe('a line beside a peer', () => {
  test.each([
    [0.5, 6.9, 'aim'],
    [1, 12, 'aim'],
    [1, 7, 'yes'],
    [1, 6.99, 'no'],
  ])('%p s beside %p s reaches: %s', (ours, theirs, reached) => {
    expect(line(ours, theirs)).toMatchObject({ ratio: theirs / ours, reached });
  });

  test('judges nothing without a figure of the peer, or without a target', () => {
    const one = summarize([1]);
    expect(against({ work: 'w', peer: 'p', ours: one, atLeast: 7 })).toMatchObject({ reached: undefined });
    expect(against({ work: 'w', peer: 'p', ours: one, theirs: one })).toMatchObject({
      ratio: 1,
      reached: undefined,
    });
  });
});

describe('a line about a quantity of ours', () => {
  test.each([
    [180e6, 'aim'],
    [260e6, 'yes'],
    [261e6, 'no'],
  ])('%p bytes reach: %s', (bytes, reached) => {
    const part = { work: 'w', unit: 'byte', ours: summarize([bytes]), atLeast: 260e6, aim: 180e6 };
    expect(alone(part)).toMatchObject({ reached });
  });
});

describe('in words', () => {
  test('figures have three digits and a unit that fits', () => {
    expect([8.12345e-7, 0.0161789, 0.9994, 12.345, 2893.1].map((value) => figure(value, 's'))).toEqual([
      '0.812 µs',
      '16.2 ms',
      '999 ms',
      '12.3 s',
      '2893 s',
    ]);
    expect(figure(181.4e6, 'byte')).toBe('181 MB');
    expect(figure(0.9712, 'exponent')).toBe('0.97');
  });

  test('spread shows the range when there is one', () => {
    expect(spread(summarize([0.016, 0.0159, 0.017]), 's')).toBe('16 ms (15.9 ms to 17 ms)');
    expect(spread(summarize([2]), 's')).toBe('2 s');
    expect(spread(undefined, 's')).toBe('–');
  });

  test('targets are ratios beside a peer and limits otherwise', () => {
    expect(target({ peer: 'p', unit: 's' }, 0.35)).toBe('0.35×');
    expect(target({ unit: 'byte' }, 260e6)).toBe('≤ 260 MB');
    expect(target({ peer: 'p', unit: 's' }, undefined)).toBe('–');
    expect([times(7.4183), times(1234.5), times(undefined)]).toEqual(['7.42×', '1235×', '–']);
    expect(['aim', 'yes', 'no', undefined].map((reached) => verdict({ reached }))).toEqual([
      'yes, the aim',
      'yes',
      'no',
      '–',
    ]);
  });
});

import { expect, test } from '@jest/globals';
import { ParameterError } from '@tenfold/core';

import * as random from '../src/index.js';

test('nothing here takes options: generators take a seed', () => {
  expect(Object.keys(random).sort()).toEqual(['MersenneTwister', 'RandomState', 'checkRandomState']);
});

test.each([{ seed: 1 }, {}, null, '1', new Map(), 1n])('%p is refused as a seed', (seed) => {
  const wrong = seed as unknown as random.Seed;
  for (const call of [() => new random.RandomState(wrong), () => random.checkRandomState(wrong)]) {
    expect(call).toThrow(ParameterError);
    expect(call).toThrow('seed must be a whole number or an array of them');
  }
});

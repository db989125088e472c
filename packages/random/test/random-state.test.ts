import { describe, expect, test } from '@jest/globals';
import { ParameterError } from '@tenfold/core';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';

import { checkRandomState, MersenneTwister, RandomState } from '../src/index.js';

interface Stream {
  seed: number | number[];
  uint32: number[];
  random: number[];
  lateRandom: number[];
  uniform: number[];
  randint: [number[], number[]];
  standardNormal: number[];
  permutation: number[][];
  choice: number[];
}

const { streams } = JSON.parse(readFileSync(new URL('golden/random.json', import.meta.url), 'utf8')) as {
  streams: Stream[];
};

const repeat = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw);

describe.each(streams.map((stream) => [JSON.stringify(stream.seed).slice(0, 20), stream] as const))(
  "NumPy's stream of seed %s",
  (_name, golden) => {
    const state = () => new RandomState(golden.seed);

    test('words and doubles', () => {
      const [words, doubles, late] = [state(), state(), state()];
      expect(repeat(5, () => words.uint32())).toEqual(golden.uint32);
      expect(repeat(5, () => doubles.random())).toEqual(golden.random);
      repeat(1000, () => late.random());
      expect(repeat(3, () => late.random())).toEqual(golden.lateRandom);
    });

    test('ranges', () => {
      const [doubles, small, large] = [state(), state(), state()];
      expect(repeat(4, () => doubles.uniform(-2.5, 7))).toEqual(golden.uniform);
      expect(repeat(8, () => small.randint(0, 10))).toEqual(golden.randint[0]);
      expect(repeat(8, () => large.randint(-5, 1000003))).toEqual(golden.randint[1]);
    });

    test('the normal distribution, whose logarithm may differ in the last bit', () => {
      const normal = state();
      for (const expected of golden.standardNormal) {
        expect(Math.abs(normal.standardNormal() / expected - 1)).toBeLessThan(1e-15);
      }
    });

    test('permutations and choices', () => {
      expect([0, 1, 2, 10, 100].map((n) => [...state().permutation(n)])).toEqual(golden.permutation);
      expect([...state().choice(50, 6)]).toEqual(golden.choice);
    });
  },
);

describe('RandomState', () => {
  test('permutes: every number once, the same for the same seed', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(), (n, seed) => {
        const order = new RandomState(seed).permutation(n);
        expect([...order].sort((a, b) => a - b)).toEqual([...order.keys()]);
        expect(new RandomState(seed).permutation(n)).toEqual(order);
      }),
    );
  });

  test('stays inside its range', () => {
    const bounds = [
      fc.nat(),
      fc.integer({ min: -100, max: 100 }),
      fc.integer({ min: 1, max: 5000 }),
    ] as const;
    fc.assert(
      fc.property(...bounds, (seed, low, span) => {
        const value = new RandomState(seed).randint(low, low + span);
        return value >= low && value < low + span;
      }),
    );
    expect(new RandomState(3).randint(7, 8)).toBe(7);
  });

  test('starts at 0 without a seed, and continues when it is passed on', () => {
    expect(new RandomState().uint32()).toBe(new RandomState(0).uint32());
    const state = new RandomState(5);
    expect(checkRandomState(state)).toBe(state);
    const [first, second] = [checkRandomState(5), state];
    expect(first.uint32()).toBe(second.uint32());
    expect(checkRandomState().uint32()).toBe(MersenneTwister.fromSeed(0).next());
  });

  test.each([[-1], [1.5], [NaN], [2 ** 32], [[]], [[1, -1]]])('refuses the seed %p', (seed) => {
    expect(() => new RandomState(seed)).toThrow(ParameterError);
  });

  test('refuses what is no seed, and empty ranges', () => {
    expect(() => new RandomState('7' as unknown as number)).toThrow('a whole number or an array of them');
    expect(() => checkRandomState(null as unknown as number)).toThrow(ParameterError);
    expect(() => new RandomState().randint(3, 3)).toThrow(ParameterError);
    expect(() => new RandomState().permutation(-1)).toThrow(ParameterError);
    expect(() => new RandomState().choice(3, 4)).toThrow(ParameterError);
  });
});

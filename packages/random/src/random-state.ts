import { checkInteger, checkNumber, ParameterError } from '@tenfold/core';

import { MersenneTwister } from './mersenne-twister.js';

const LARGEST_WORD = 0xffffffff;

/**
 * What a generator can be seeded with: a whole number from 0 to 2^32 - 1, or one or more of them. An array of one
 * number seeds as a Python list of one does: `[5]` is not `5`.
 */
export type Seed = number | readonly number[] | Uint32Array;

/**
 * NumPy's `numpy.random.RandomState`: the same seed gives the same numbers, in the same order. The streams are
 * those of NumPy's legacy generator, which NumPy has frozen, and which scikit-learn draws its splits from.
 *
 * @example
 * const random = new RandomState(0);
 * random.permutation(5); // 2, 0, 1, 3, 4
 */
export class RandomState {
  readonly #twister: MersenneTwister;
  #spareNormal: number | undefined;

  /**
   * @param seed default 0: unlike NumPy's, a generator without a seed repeats itself
   * @throws ParameterError for a seed that is no whole number from 0 to 2^32 - 1, or an empty array
   */
  constructor(seed: Seed = 0) {
    this.#twister = typeof seed === 'number' ? MersenneTwister.fromSeed(checkWord(seed)) : fromWords(seed);
  }

  /** The next word of the stream, 0 to 2^32 - 1. */
  uint32(): number {
    return this.#twister.next();
  }

  /** A double from 0 up to but not including 1, of 53 random bits (`random_sample`). */
  random(): number {
    const high = this.#twister.next() >>> 5;
    const low = this.#twister.next() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** A double from `low` up to but not including `high` (`uniform`). */
  uniform(low = 0, high = 1): number {
    checkNumber('RandomState.uniform', 'low', low);
    checkNumber('RandomState.uniform', 'high', high);
    return low + (high - low) * this.random();
  }

  /**
   * A whole number from `low` up to but not including `high` (`randint`).
   *
   * @throws ParameterError when the range is empty or holds more than 2^32 numbers
   */
  randint(low: number, high: number): number {
    checkInteger('RandomState.randint', 'low', low);
    checkInteger('RandomState.randint', 'high', high, { min: low + 1, max: low + LARGEST_WORD + 1 });
    return low + this.#interval(high - 1 - low);
  }

  /** A number of the standard normal distribution, by Marsaglia's polar method (`standard_normal`). */
  standardNormal(): number {
    if (this.#spareNormal !== undefined) {
      const spare = this.#spareNormal;
      this.#spareNormal = undefined;
      return spare;
    }
    let x: number, y: number, square: number;
    do {
      x = 2 * this.random() - 1;
      y = 2 * this.random() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square === 0);
    const factor = Math.sqrt((-2 * Math.log(square)) / square);
    this.#spareNormal = factor * x;
    return factor * y;
  }

  /** Shuffles an array in place, as Durstenfeld's form of Fisher and Yates does from the end. Returns it. */
  shuffle<T extends { length: number; [index: number]: unknown }>(array: T): T {
    for (let i = array.length - 1; i > 0; i--) {
      const j = this.#interval(i);
      const held = array[i];
      array[i] = array[j];
      array[j] = held;
    }
    return array;
  }

  /**
   * The numbers 0 to n - 1 in random order (`permutation`).
   *
   * @throws ParameterError when n is no whole number from 0 to 2^32 - 1
   */
  permutation(n: number): Uint32Array<ArrayBuffer> {
    checkInteger('RandomState.permutation', 'n', n, { min: 0, max: LARGEST_WORD });
    return this.shuffle(Uint32Array.from({ length: n }, (_, i) => i));
  }

  /**
   * `size` different numbers out of 0 to n - 1 (`choice` without replacement).
   *
   * @throws ParameterError when size is larger than n
   */
  choice(n: number, size: number): Uint32Array<ArrayBuffer> {
    checkInteger('RandomState.choice', 'size', size, { min: 0, max: n });
    return this.permutation(n).slice(0, size);
  }

  /** 0 to max, both included: words cut to the bits of `max`, until one is not above it. */
  #interval(max: number): number {
    if (max === 0) return 0;
    const mask = LARGEST_WORD >>> Math.clz32(max);
    let value: number;
    do value = (this.#twister.next() & mask) >>> 0;
    while (value > max);
    return value;
  }
}

/**
 * The generator for a `randomState` option: a generator is used and advanced, a seed starts a new one.
 *
 * @throws ParameterError for a bad seed
 */
export function checkRandomState(randomState: Seed | RandomState = 0): RandomState {
  return isRandomState(randomState) ? randomState : new RandomState(randomState);
}

/** Not by instanceof: the generator may come from the other build (ESM or CommonJS) of this package. */
function isRandomState(value: unknown): value is RandomState {
  return typeof value === 'object' && value !== null && 'permutation' in value;
}

function checkWord(seed: number): number {
  return checkInteger('RandomState', 'seed', seed, { min: 0, max: LARGEST_WORD });
}

function fromWords(seed: readonly number[] | Uint32Array): MersenneTwister {
  if (!Array.isArray(seed) && !(seed instanceof Uint32Array)) {
    throw new ParameterError('RandomState', 'seed', 'a whole number or an array of them', seed);
  }
  if (seed.length === 0)
    throw new ParameterError('RandomState', 'seed', 'an array of one or more numbers', seed);
  return MersenneTwister.fromArray(Array.from(seed, checkWord));
}

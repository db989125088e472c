const STATE_SIZE = 624;
const MIDDLE = 397;
const UPPER_MASK = 0x80000000;
const LOWER_MASK = 0x7fffffff;
const MATRIX_A = 0x9908b0df;

/**
 * The Mersenne Twister MT19937: 32-bit words of period 2^19937 - 1.
 *
 * Source: Matsumoto & Nishimura 1998, "Mersenne twister: a 623-dimensionally equidistributed uniform
 * pseudo-random number generator", DOI 10.1145/272991.272995; seeding as in their 2002 revision.
 */
export class MersenneTwister {
  readonly #state = new Uint32Array(STATE_SIZE);
  #position = STATE_SIZE;

  private constructor() {
    // Made by the two seeding functions below.
  }

  /** Seeds from one 32-bit number. */
  static fromSeed(seed: number): MersenneTwister {
    const twister = new MersenneTwister();
    const state = twister.#state;
    state[0] = seed;
    for (let i = 1; i < STATE_SIZE; i++) {
      state[i] = Math.imul(1812433253, state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
    return twister;
  }

  /** Seeds from an array of 32-bit numbers, one or more. */
  static fromArray(key: ArrayLike<number>): MersenneTwister {
    const twister = MersenneTwister.fromSeed(19650218);
    const state = twister.#state;
    let i = 1;
    const step = () => {
      if (++i < STATE_SIZE) return;
      state[0] = state[STATE_SIZE - 1];
      i = 1;
    };
    for (let count = Math.max(STATE_SIZE, key.length), j = 0; count > 0; count--, j = (j + 1) % key.length) {
      state[i] = (state[i] ^ Math.imul(state[i - 1] ^ (state[i - 1] >>> 30), 1664525)) + key[j] + j;
      step();
    }
    for (let count = STATE_SIZE - 1; count > 0; count--) {
      state[i] = (state[i] ^ Math.imul(state[i - 1] ^ (state[i - 1] >>> 30), 1566083941)) - i;
      step();
    }
    state[0] = UPPER_MASK;
    return twister;
  }

  /** The next word, 0 to 2^32 - 1. */
  next(): number {
    if (this.#position === STATE_SIZE) this.#refill();
    let word = this.#state[this.#position++];
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return (word ^ (word >>> 18)) >>> 0;
  }

  #refill(): void {
    const state = this.#state;
    for (let i = 0; i < STATE_SIZE; i++) {
      const joined = (state[i] & UPPER_MASK) | (state[(i + 1) % STATE_SIZE] & LOWER_MASK);
      state[i] = state[(i + MIDDLE) % STATE_SIZE] ^ (joined >>> 1) ^ (joined & 1 ? MATRIX_A : 0);
    }
    this.#position = 0;
  }
}

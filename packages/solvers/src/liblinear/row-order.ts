/** Gives one word of 32 random bits after the other, as a whole number from 0. */
export type RandomWords = () => number;

const TWO_32 = 0x1_0000_0000;

/**
 * A random whole number from 0 to `bound` - 1, without bias: the upper half of word·bound, words whose lower half
 * falls short of 2^32 mod bound being drawn again.
 *
 * D. Lemire, "Fast random integer generation in an interval", ACM Trans. Model. Comput. Simul. 29, 2019,
 * DOI 10.1145/3230636. It is what LIBLINEAR does in scikit-learn, so that the numbers are the same.
 *
 * @param words the random words
 * @param bound 1 to 2^32 - 1
 */
export function boundedRandom(words: RandomWords, bound: number): number {
  let [high, low] = multiply(words(), bound);
  if (low < bound) {
    const least = TWO_32 % bound;
    while (low < least) [high, low] = multiply(words(), bound);
  }
  return high;
}

/** Puts an array into random order: place after place gets a random one of those left. */
export function shuffleRows(rows: Uint32Array, words: RandomWords): void {
  for (let i = 0; i < rows.length; i++) {
    const j = i + boundedRandom(words, rows.length - i);
    const row = rows[i];
    rows[i] = rows[j];
    rows[j] = row;
  }
}

/** Upper and lower 32 bits of the product of two numbers below 2^32; in halves, as a double holds 53 bits. */
function multiply(a: number, b: number): [high: number, low: number] {
  const lower = a * (b & 0xffff);
  const upper = a * (b >>> 16) + Math.floor(lower / 0x1_0000);
  return [Math.floor(upper / 0x1_0000), (upper % 0x1_0000) * 0x1_0000 + (lower % 0x1_0000)];
}

import type { Ranking } from '../protocol/values.js';

/** The place of the largest value, the first of equals. */
export function largestPlace(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
  return best;
}

/**
 * What is said of one of several rows.
 *
 * @param ranking what is said of all
 * @param rows how many there are
 * @param row which one, from 0
 */
export function rankingOf(ranking: Ranking, rows: number, row: number): Ranking {
  const { top, probabilities } = ranking;
  const each = rows === 0 ? 0 : top.length / rows;
  const [start, end] = [row * each, (row + 1) * each];
  return { top: top.subarray(start, end), probabilities: probabilities?.subarray(start, end) ?? null };
}

/**
 * What is said of some of the rows.
 *
 * @param ranking what is said of all
 * @param rows how many there are
 * @param places which ones, from 0
 */
export function pickRankings(ranking: Ranking, rows: number, places: readonly number[]): Ranking {
  const { top, probabilities } = ranking;
  const each = rows === 0 ? 0 : top.length / rows;
  const several = places.flatMap((place) => Array.from({ length: each }, (_, k) => place * each + k));
  return {
    top: Uint16Array.from(several, (at) => top[at]),
    probabilities: probabilities && Float32Array.from(several, (at) => probabilities[at]),
  };
}

/**
 * The probabilities of one row in the order of the classes, 0 for those that are not told; undefined of a model without.
 *
 * @param ranking what is said of that row
 * @param classes how many classes there are
 */
export function probabilitiesByClass(ranking: Ranking, classes: number): Float32Array | undefined {
  const { top, probabilities } = ranking;
  if (probabilities === null) return undefined;
  const shares = new Float32Array(classes);
  top.forEach((code, i) => (shares[code] = probabilities[i]));
  return shares;
}

import type { FoldTable } from './fitted.js';

/** A place in the grid: which share of L1 and which C. */
export interface Place {
  readonly ratio: number;
  readonly c: number;
}

/** The place of the best sum over the folds; of equals, the first C and then the first share of L1. */
export function bestOfAll(scores: FoldTable<number>): Place {
  return best(scores[0], (ratio, c) => scores.reduce((sum, fold) => sum + fold[ratio][c], 0));
}

/** The best place of each fold. */
export function bestOfEach(scores: FoldTable<number>): Place[] {
  return scores.map((fold) => best(fold, (ratio, c) => fold[ratio][c]));
}

function best(grid: readonly (readonly number[])[], scoreAt: (ratio: number, c: number) => number): Place {
  let [place, highest] = [{ ratio: 0, c: 0 }, -Infinity];
  for (const c of grid[0].keys()) {
    for (const ratio of grid.keys()) {
      const score = scoreAt(ratio, c);
      if (score > highest) [place, highest] = [{ ratio, c }, score];
    }
  }
  return place;
}

/** What the values are that the search has found: those of the best place, or means over the folds' best. */
export function chosenValues(
  scores: FoldTable<number>,
  refit: boolean,
  Cs: readonly number[],
  l1Ratios: readonly number[],
): { C: number; l1Ratio: number } {
  const places = refit ? [bestOfAll(scores)] : bestOfEach(scores);
  const mean = (value: (place: Place) => number): number =>
    places.reduce((sum, place) => sum + value(place), 0) / places.length;
  return { C: mean(({ c }) => Cs[c]), l1Ratio: mean(({ ratio }) => l1Ratios[ratio]) };
}

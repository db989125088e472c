import type { TestSet } from '../../protocol/webviews/weights.js';

/**
 * The next image that the model takes for another, going round; undefined when it has none wrong.
 *
 * @param test the images
 * @param place where the search begins
 * @param step 1 for the next one, -1 for the one before
 */
export function nextMisclassified(test: TestSet, place: number, step: 1 | -1 = 1): number | undefined {
  const { count, actual, predicted } = test;
  for (let i = 1; i <= count; i++) {
    const at = (((place + step * i) % count) + count) % count;
    if (actual[at] !== predicted[at]) return at;
  }
  return undefined;
}

/** How many images the model takes for another. */
export function countWrong({ actual, predicted }: TestSet): number {
  return actual.reduce((count, label, i) => count + Number(label !== predicted[i]), 0);
}

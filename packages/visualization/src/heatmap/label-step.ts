/**
 * The smallest of 1, 2, 5, 10, 20, 50, … that is at least a number: of so many classes one is labelled.
 *
 * @param least the number
 */
export function niceStep(least: number): number {
  let power = 1;
  while (power * 10 < least) power *= 10;
  return power * ([1, 2, 5].find((factor) => factor * power >= least) ?? 10);
}

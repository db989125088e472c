import type { Label } from '../../protocol/values.js';
import { cleanLabel } from './clean-label.js';

/** A bar: a class and how probable it is. */
export interface ProbabilityBar {
  /** The class's number. */
  readonly number: number;
  readonly label: string;
  readonly probability: number;
}

/** The most classes that are listed; of more, the most probable ones are. */
const MOST_ROWS = 26;
const ROWS_OF_MANY = 12;

/** The bars of all classes, in their order; of very many classes those of the most probable, the best first. */
export function probabilityBars(
  classes: readonly Label[],
  probabilities: ArrayLike<number> | undefined,
): ProbabilityBar[] {
  const bars = classes.map((label, number) => ({
    number,
    label: cleanLabel(label),
    probability: probabilities?.[number] ?? 0,
  }));
  if (classes.length <= MOST_ROWS) return bars;
  return bars.sort((a, b) => b.probability - a.probability).slice(0, ROWS_OF_MANY);
}

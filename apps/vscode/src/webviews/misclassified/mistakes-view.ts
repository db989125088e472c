import { cleanLabel } from '../shared/clean-label.js';
import type { Mistakes } from '../../protocol/webviews/misclassified.js';

/** Which mistakes are shown: labels as text, '' for any. */
export interface MistakesFilter {
  readonly actual: string;
  readonly predicted: string;
}

/** All mistakes. */
export const ALL_MISTAKES: MistakesFilter = { actual: '', predicted: '' };

/** A row that the model got wrong. */
export interface Mistake {
  readonly row: number;
  readonly actual: string;
  readonly predicted: string;
  /** The most probable classes, best first. */
  readonly guesses: readonly {
    readonly label: string;
    /** Undefined of a model without probabilities. */
    readonly probability: number | undefined;
    readonly isActual: boolean;
  }[];
}

/** The places of the mistakes that pass, those first of which the model was surest. */
export function shownMistakes(mistakes: Mistakes, { actual, predicted }: MistakesFilter): Uint32Array {
  const { rows, classes } = mistakes;
  const passes = (code: number, wanted: string): boolean => wanted === '' || String(classes[code]) === wanted;
  return Uint32Array.from(rows.keys()).filter(
    (place) => passes(mistakes.actual[place], actual) && passes(mistakes.predicted[place], predicted),
  );
}

/** What is known of one. */
export function mistakeAt(
  { rows, classes, actual, predicted, top, probabilities }: Mistakes,
  place: number,
): Mistake {
  const each = top.length / rows.length;
  const label = (code: number): string => cleanLabel(classes[code] ?? '?');
  return {
    row: rows[place],
    actual: label(actual[place]),
    predicted: label(predicted[place]),
    guesses: Array.from({ length: each }, (_, k) => {
      const code = top[place * each + k];
      return {
        label: label(code),
        probability: probabilities?.[place * each + k],
        isActual: code === actual[place],
      };
    }),
  };
}

/** A label, as it is and as it is shown, and how often it stands somewhere. */
export type CountedLabel = readonly [value: string, text: string, count: number];

/** The labels that stand in a list of classes' numbers, each with how often, in the classes' order. */
export function countedLabels(classes: Mistakes['classes'], codes: Uint16Array): CountedLabel[] {
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const sorted = [...counts].sort(([a], [b]) => a - b);
  return sorted.map(([code, count]) => [
    String(classes[code] ?? '?'),
    cleanLabel(classes[code] ?? '?'),
    count,
  ]);
}

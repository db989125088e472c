import { cleanLabel } from '../shared/clean-label.js';
import type { TestedRun } from '../../protocol/webviews/digits.js';
import type { DatasetFacts } from '../../protocol/values.js';

/** Which images are shown, and in which order. Numbers of classes are kept as the text of their labels. */
export interface DigitsFilter {
  /** The label that they must have; '' for any. */
  readonly actual: string;
  /** What the model must have taken them for; '' for anything. */
  readonly predicted: string;
  readonly outcome: 'any' | 'right' | 'wrong';
  readonly order: 'row' | 'least-sure' | 'most-sure';
  /** Only rows that the model was tested on; there are no predictions for others. */
  readonly testedOnly: boolean;
}

/** Everything, as it lies in the data set. */
export const ALL: DigitsFilter = {
  actual: '',
  predicted: '',
  outcome: 'any',
  order: 'row',
  testedOnly: false,
};

/** What is known of a data set's rows. */
export interface Digits {
  readonly facts: DatasetFacts;
  readonly codes: Uint16Array;
  readonly run: TestedRun | null;
  /** Each row's place among those that the model was tested on, -1 for others. */
  readonly places: Int32Array;
  /** The data set's classes and the model's, as they are shown. */
  readonly labels: readonly string[];
  readonly guesses: readonly string[];
}

/** Puts together what is known of the rows. */
export function digitsOf(facts: DatasetFacts, codes: Uint16Array, run: TestedRun | null): Digits {
  const places = new Int32Array(facts.rows).fill(-1);
  run?.evaluation.rows.forEach((row, place) => {
    if (row < places.length) places[row] = place;
  });
  const labels = facts.classes.map(cleanLabel);
  const guesses = run?.evaluation.classes.map(cleanLabel) ?? [];
  return { facts, codes, run, places, labels, guesses };
}

/** Whether a filter asks what the model says. */
export function asksModel({ predicted, outcome, order, testedOnly }: DigitsFilter): boolean {
  return testedOnly || predicted !== '' || outcome !== 'any' || order !== 'row';
}

/** The prediction for a row. */
export interface Guess {
  readonly label: string;
  /** How sure it was, 0 to 1; undefined of a model without probabilities. */
  readonly probability: number | undefined;
  readonly isRight: boolean;
}

/** The prediction for a row; undefined when there is none. */
export function guessOf({ run, places, guesses }: Digits, row: number): Guess | undefined {
  const place = places[row];
  if (run === null || place < 0) return undefined;
  const { evaluation } = run;
  const each = evaluation.top.length / evaluation.rows.length;
  return {
    label: guesses[evaluation.predicted[place]],
    probability: evaluation.probabilities?.[place * each],
    isRight: evaluation.actual[place] === evaluation.predicted[place],
  };
}

/** A row's own label. */
export function labelOf({ labels, codes }: Digits, row: number): string {
  return labels[codes[row]] ?? '?';
}

/** The rows that are shown, in their order. */
export function shownRows(digits: Digits, filter: DigitsFilter): Uint32Array {
  const rows: number[] = [];
  const needsModel = asksModel(filter) && digits.run !== null;
  const wanted =
    filter.actual === '' ? -1 : digits.facts.classes.findIndex((c) => String(c) === filter.actual);
  for (let row = 0; row < digits.facts.rows; row++) {
    if (filter.actual !== '' && digits.codes[row] !== wanted) continue;
    if (needsModel && !passes(digits, row, filter)) continue;
    rows.push(row);
  }
  if (needsModel && filter.order !== 'row') sortBySureness(digits, rows, filter.order);
  return Uint32Array.from(rows);
}

function passes({ run, places }: Digits, row: number, { predicted, outcome }: DigitsFilter): boolean {
  const place = places[row];
  if (run === null || place < 0) return false;
  const { classes, ...evaluation } = run.evaluation;
  const guess = evaluation.predicted[place];
  if (predicted !== '' && String(classes[guess]) !== predicted) return false;
  return outcome === 'any' || (guess === evaluation.actual[place]) === (outcome === 'right');
}

function sortBySureness(digits: Digits, rows: number[], order: 'least-sure' | 'most-sure'): void {
  const sure = new Map(rows.map((row) => [row, guessOf(digits, row)?.probability ?? 0]));
  const sign = order === 'least-sure' ? 1 : -1;
  rows.sort((a, b) => sign * ((sure.get(a) ?? 0) - (sure.get(b) ?? 0)) || a - b);
}

import { pickRankings } from '../../model/ranking.js';
import type { Evaluation } from '../../protocol/training.js';
import type { Mistakes } from '../../protocol/webviews/misclassified.js';

/** The rows that a model got wrong, those first of which it was surest. */
export function mistakesOf(evaluation: Evaluation): Omit<Mistakes, 'name' | 'isHeldOut' | 'views'> {
  const { facts, classes, rows, actual, predicted, top, probabilities } = evaluation;
  const each = rows.length === 0 ? 0 : top.length / rows.length;
  const places = [...rows.keys()].filter((place) => actual[place] !== predicted[place]);
  const sure = (place: number): number => probabilities?.[place * each] ?? 0;
  places.sort((a, b) => sure(b) - sure(a) || rows[a] - rows[b]);
  return {
    shape: facts.imageShape,
    maximum: facts.maximum,
    classes,
    tested: rows.length,
    rows: Uint32Array.from(places, (place) => rows[place]),
    actual: Uint16Array.from(places, (place) => actual[place]),
    predicted: Uint16Array.from(places, (place) => predicted[place]),
    ...pickRankings(evaluation, rows.length, places),
  };
}

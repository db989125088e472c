import { classProbabilities, largestPlace, type Scoring } from '../../model/class-scores.js';
import type { RowSource, Values } from './rows.js';

/** What a model says of rows: the class of each, and how probable that is. */
export interface RowPredictions {
  /** Numbers of classes. */
  readonly predicted: Uint16Array;
  readonly probabilities: Float64Array;
  /** The second most probable class of each. */
  readonly second: Uint16Array;
  readonly secondProbabilities: Float64Array;
}

/** Multiplications between two breaks, in which others have their turn: a few milliseconds. */
const WORK = 4e6;

/**
 * Predicts rows, giving the event loop back again and again.
 *
 * @param model the model
 * @param source the rows
 * @param signal stops it: it rejects with the signal's reason
 * @param tell is told how many have been predicted
 */
export async function predictRows(
  model: Scoring,
  source: RowSource,
  signal: AbortSignal,
  tell: (done: number) => void = () => undefined,
): Promise<RowPredictions> {
  const features = model.coef.length / model.intercept.length;
  const atOnce = Math.max(1, Math.floor(WORK / model.coef.length));
  const predicted = new Uint16Array(source.rows);
  const probabilities = new Float64Array(source.rows);
  const second = new Uint16Array(source.rows);
  const secondProbabilities = new Float64Array(source.rows);
  for (let start = 0; start < source.rows; start += atOnce) {
    const count = Math.min(atOnce, source.rows - start);
    const values = await source.read(start, count);
    for (let row = 0; row < count; row++) {
      const shares = classProbabilities(model, rowOf(values, row, features));
      const best = largestPlace(shares);
      predicted[start + row] = best;
      probabilities[start + row] = shares[best];
      shares[best] = -1;
      const next = largestPlace(shares);
      second[start + row] = next;
      secondProbabilities[start + row] = shares[next];
    }
    tell(start + count);
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  }
  return { predicted, probabilities, second, secondProbabilities };
}

function rowOf(values: Values, row: number, features: number): ArrayLike<number> {
  return values.subarray(row * features, (row + 1) * features);
}

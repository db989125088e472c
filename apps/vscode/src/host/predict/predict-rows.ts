import type { Prediction, Ranking } from '../../protocol/values.js';
import type { RowSource, Values } from './rows.js';

/** The most probable classes that are asked for, of each row. */
const CLASSES_PER_ROW = 2;

/** Numbers that are predicted at a time. */
const CELLS_PER_BLOCK = 2 ** 20;

/** Predicts the most probable classes of rows: see `predict` of the training worker. */
export type PredictBlock = (rows: {
  readonly values: Uint8Array | Float64Array;
  readonly count: number;
  readonly most: number;
}) => Promise<Prediction>;

/**
 * Predicts rows, a few at a time.
 *
 * @param predict does it
 * @param source the rows
 * @param features numbers of a row
 * @param signal stops it: it rejects with the signal's reason
 * @param tell called with the number of rows that have been predicted
 */
export async function predictRows(
  predict: PredictBlock,
  source: RowSource,
  features: number,
  signal: AbortSignal,
  tell: (done: number) => void = () => undefined,
): Promise<Ranking> {
  const atOnce = Math.max(1, Math.floor(CELLS_PER_BLOCK / features));
  const said: Ranking[] = [];
  for (let start = 0; start < source.rows; start += atOnce) {
    const count = Math.min(atOnce, source.rows - start);
    const values = await source.read(start, count);
    said.push(await predict({ values: plain(values), count, most: CLASSES_PER_ROW }));
    signal.throwIfAborted();
    tell(start + count);
  }
  return joined(said);
}

/** Bytes as they are, and all other numbers as doubles. */
function plain(values: Values): Uint8Array | Float64Array {
  return values instanceof Uint8Array || values instanceof Float64Array ? values : Float64Array.from(values);
}

function joined(said: readonly Ranking[]): Ranking {
  const top = new Uint16Array(said.reduce((sum, block) => sum + block.top.length, 0));
  const hasShares = said.every(({ probabilities }) => probabilities !== null);
  const probabilities = hasShares ? new Float32Array(top.length) : null;
  let start = 0;
  for (const block of said) {
    top.set(block.top, start);
    if (block.probabilities !== null) probabilities?.set(block.probabilities, start);
    start += block.top.length;
  }
  return { top, probabilities };
}

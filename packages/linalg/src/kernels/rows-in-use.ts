import type { StoredDesign } from './stored-designs.js';

/** Rows without a weight are passed over where they are at least this share: a list of the others is not for nothing. */
const WORTH = 1 / 16;

/**
 * The rows that have a weight other than 0, in their order.
 *
 * @param weightsOf one or more lists of weights, each one a row: a row is in use when it has a weight in any
 * @returns undefined when that is nearly all of them
 */
export function rowsInUse(...weightsOf: readonly ArrayLike<number>[]): Uint32Array | undefined {
  const rows = weightsOf[0].length;
  const used = new Uint32Array(rows);
  let count = 0;
  for (let i = 0; i < rows; i++) {
    used[count] = i;
    for (const weights of weightsOf) {
      if (weights[i] === 0) continue;
      count++;
      break;
    }
  }
  return rows - count < WORTH * rows || count === 0 ? undefined : used.subarray(0, count);
}

/** A matrix as a job sees it that visits some rows of it: as many rows and, on average, as many cells. */
export function visited(stored: StoredDesign, order: Uint32Array | undefined): StoredDesign {
  if (order === undefined) return stored;
  const { rows, cells } = stored;
  return { ...stored, rows: order.length, cells: Math.ceil((cells / rows) * order.length) };
}

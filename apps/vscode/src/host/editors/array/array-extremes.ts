import type { ArrayEntry } from '@tenfold/arrays';

/** The smallest and the largest number of an array's first rows. */
export interface Extremes {
  readonly least: number;
  readonly most: number;
  /** Rows that were looked at. */
  readonly rows: number;
}

/** Numbers that are looked at. */
const MOST_LOOKED_AT = 1_000_000;

/** Looks at the first million numbers of an array. Infinities and what is no number do not count. */
export async function extremes(entry: ArrayEntry, signal?: AbortSignal): Promise<Extremes> {
  const { rows, rowLength } = entry;
  const looked = Math.min(rows, Math.max(1, Math.floor(MOST_LOOKED_AT / Math.max(1, rowLength))));
  const columns = Math.min(rowLength, MOST_LOOKED_AT);
  let [least, most] = [Infinity, -Infinity];
  if (looked > 0 && columns > 0) {
    for (const element of await entry.readBlock([0, looked], [0, columns], signal)) {
      const value = Number(element);
      if (!Number.isFinite(value)) continue;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  return least <= most ? { least, most, rows: looked } : { least: 0, most: 0, rows: looked };
}

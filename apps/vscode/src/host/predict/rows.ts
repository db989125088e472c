import type { ArrayEntry } from '@tenfold/arrays';

/** Numbers one after the other, of which a part can be looked at. */
export type Values = Exclude<Awaited<ReturnType<ArrayEntry['readRows']>>, BigInt64Array | BigUint64Array>;

/** Rows to predict, read a few at a time. */
export interface RowSource {
  readonly rows: number;
  /** What the reader found worth saying, a sentence each. */
  readonly warnings: readonly string[];
  /**
   * Reads rows.
   *
   * @param start the first one
   * @param count how many; they are there
   * @returns the features of each, row after row
   */
  read(start: number, count: number): Promise<Values>;
}

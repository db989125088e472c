import type { DatasetPart, RunRows } from '@tenfold/runs';

/** Rows to look at, whose labels may be unknown. */
export interface RowsPart extends Omit<DatasetPart, 'target'> {
  /** Their labels, when there are some. */
  target: DatasetPart['target'] | undefined;
}

/** All rows of a data set, whose labels may be unknown. */
export function wholeRows({ data, target, featureNames }: RunRows): RowsPart {
  return { data, target, featureNames, rows: Uint32Array.from({ length: data.rows }, (_, row) => row) };
}

import { isByteMatrix } from 'tenfold';

import type { RowRange } from '../options/parse.js';
import { UsageError } from '../usage-error.js';
import type { RowsPart } from './whole-rows.js';

/**
 * Some rows of a part; an end beyond the last row stops there, as when Python slices.
 *
 * @throws UsageError when the range begins behind the last row
 */
export function selectRows<Part extends RowsPart>(part: Part, range: RowRange | undefined): Part {
  if (range === undefined) return part;
  const { start, end = Infinity } = range;
  const { rows: count, columns } = part.data;
  if (start >= count) {
    throw new UsageError(`--rows must begin before row ${count}, as there are ${count} rows, got ${start}`);
  }
  const stop = Math.min(end, count);
  const { data, target, rows } = part;
  return {
    ...part,
    data: isByteMatrix(data) ? data.rowRange(start, stop) : data.subMatrix(start, stop - 1, 0, columns - 1),
    target: target?.slice(start, stop),
    rows: rows.subarray(start, stop),
  };
}

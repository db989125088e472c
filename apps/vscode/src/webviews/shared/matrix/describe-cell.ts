import { formatCount, formatShare } from '@tenfold/core';

import { t } from '../text.js';
import type { MatrixData } from './matrix-data.js';

/** A cell in words. */
export function describeCell(data: MatrixData, row: number, column: number): string {
  const count = data.counts[row][column];
  const values = {
    actual: data.labels[row],
    predicted: data.labels[column],
    count: formatCount(count),
    share: formatShare(data.rowSums[row] === 0 ? 0 : count / data.rowSums[row]),
  };
  return row === column
    ? t('Actual {actual}, predicted {predicted}: {count} right, {share} of this class', values)
    : t('Actual {actual}, predicted {predicted}: {count} wrong, {share} of this class', values);
}

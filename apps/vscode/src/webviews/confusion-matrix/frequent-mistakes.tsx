import { formatCount, formatShare } from '@tenfold/core';

import type { Cell } from '../shared/matrix/grid-keys.js';
import { largestMistakes } from '../shared/matrix/largest-mistakes.js';
import type { MatrixData } from '../shared/matrix/matrix-data.js';
import { t } from '../shared/text.js';

const MOST_MISTAKES = 10;

interface FrequentMistakesProps {
  readonly data: MatrixData;
  readonly onSelect: (cell: Cell) => void;
}

/** Where a matrix that is too large to be seen whole is worth looking at. */
export function FrequentMistakes({ data, onSelect }: FrequentMistakesProps) {
  const cells = largestMistakes(data.counts, MOST_MISTAKES);
  if (cells.length === 0) return null;
  return (
    <section class="frequent-mistakes" aria-label={t('Most frequent mistakes')}>
      <h2>{t('Most frequent mistakes')}</h2>
      <ol>
        {cells.map(([row, column]) => (
          <li key={`${row} ${column}`}>
            <button type="button" onClick={() => onSelect([row, column])}>
              {t('{0}, taken for {1}', data.labels[row], data.labels[column])}
            </button>
            <span>
              {t(
                '{0} rows, {1} of this class',
                formatCount(data.counts[row][column]),
                formatShare(data.counts[row][column] / data.rowSums[row]),
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

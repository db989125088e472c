import { useState } from 'preact/hooks';
import { formatCount } from '@tenfold/core';

import { t } from '../text.js';
import { VirtualTable } from '../virtual-table.js';
import type { TableCell } from '../virtual-table-keys.js';
import { cellValue, type MatrixData, type Normalization } from './matrix-data.js';
import { WHOLE } from './matrix-window.js';

interface MatrixTableProps {
  readonly data: MatrixData;
  readonly normalization: Normalization;
}

/** The matrix as a table: a plain one, or of very many classes one of which only what is seen exists. */
export function MatrixTable({ data, normalization }: MatrixTableProps) {
  const [active, setActive] = useState<TableCell>([0, 0]);
  const text = (row: number, column: number): string => {
    const value = cellValue(data, normalization, row, column);
    return normalization === 'counts' ? formatCount(value) : value.toFixed(3);
  };
  const size = data.labels.length;
  if (size > WHOLE)
    return (
      <div class="matrix-table">
        <VirtualTable
          rows={size}
          columns={size}
          rowHeader={(row) => data.labels[row]}
          columnHeader={(column) => data.labels[column]}
          corner={t('Actual')}
          cell={text}
          columnWidth={110}
          headerWidth={180}
          active={active}
          onActive={setActive}
          label={t('Confusion matrix: rows are actual labels, columns predicted ones')}
        />
      </div>
    );
  return (
    <div class="scroller" tabIndex={0} role="region" aria-label={t('Confusion matrix as a table')}>
      <table class="figures">
        <caption>{t('Rows: actual labels. Columns: predicted labels.')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('Actual')}</th>
            {data.labels.map((label) => (
              <th scope="col" title={label}>
                <span class="label">{label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.labels.map((label, row) => (
            <tr key={row}>
              <th scope="row" title={label}>
                <span class="label">{label}</span>
              </th>
              {data.labels.map((_, column) => (
                <td>{text(row, column)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

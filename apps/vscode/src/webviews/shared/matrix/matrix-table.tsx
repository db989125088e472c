import { formatCount } from '../format.js';
import { t } from '../text.js';
import { cellValue, type MatrixData, type Normalization } from './matrix-data.js';

/** The matrix as a plain table. */
export function MatrixTable({
  data,
  normalization,
}: {
  readonly data: MatrixData;
  readonly normalization: Normalization;
}) {
  const text = (row: number, column: number): string => {
    const value = cellValue(data, normalization, row, column);
    return normalization === 'counts' ? formatCount(value) : value.toFixed(3);
  };
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

import { formatCount, formatDuration, formatShare } from '@tenfold/core';

import type { Remote } from '../../protocol/channel.js';
import type { ComparedRow, comparisonContract } from '../../protocol/webviews/comparison.js';
import { t } from '../shared/text.js';
import { ignoreFailure } from '../shared/ignore-failure.js';
import { sortBy, type SortColumn, type Sorting, sortRows } from './sort-rows.js';

interface ComparisonTableProps {
  readonly rows: readonly ComparedRow[];
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly hidden: readonly string[];
  readonly onHide: (key: string, isHidden: boolean) => void;
  readonly current: string | undefined;
  readonly onCurrent: (key: string | undefined) => void;
  readonly host: Remote<typeof comparisonContract>;
}

/** What is compared, as a table: sorted by its headings, each row shown in the picture or not. */
export function ComparisonTable(props: ComparisonTableProps) {
  const { rows, sorting, onSort, onCurrent } = props;
  const columns: readonly (readonly [SortColumn, string])[] = [
    ['name', t('Run')],
    ['accuracy', t('Accuracy')],
    ['seconds', t('Time')],
    ['iterations', t('Iterations')],
    ['estimator', t('Classifier')],
    ...(isOneDataset(rows) ? [] : [['dataset', t('Data set')] as const]),
  ];
  return (
    <div class="scroller" tabIndex={0} role="region" aria-label={t('The figures')}>
      <table class="figures comparison-table" onMouseLeave={() => onCurrent(undefined)}>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{t('In the picture')}</span>
            </th>
            {columns.map(([column, text]) => (
              <th scope="col" key={column} aria-sort={sortState(sorting, column)}>
                <button type="button" class="heading" onClick={() => onSort(sortBy(sorting, column))}>
                  {text}
                  <span aria-hidden="true">{arrow(sorting, column)}</span>
                </button>
              </th>
            ))}
            <th scope="col">
              <span class="visually-hidden">{t('Open')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sortRows(rows, sorting).map((row) => (
            <Row key={row.key} row={row} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  row,
  rows,
  hidden,
  onHide,
  current,
  onCurrent,
  host,
}: { readonly row: ComparedRow } & ComparisonTableProps) {
  const { key, name, run, state } = row;
  return (
    <tr
      class={key === current ? 'current' : undefined}
      onMouseEnter={() => onCurrent(key)}
      onFocusIn={() => onCurrent(key)}
    >
      <td>
        <input
          type="checkbox"
          aria-label={t('Show {0} in the picture', name)}
          checked={!hidden.includes(key)}
          onChange={(event) => onHide(key, !event.currentTarget.checked)}
        />
      </td>
      <th scope="row">
        <span class="label" title={name}>
          {name}
        </span>
        {state !== 'done' && <span class="state">{stateText(row)}</span>}
      </th>
      <td>{row.accuracy === null ? '–' : formatShare(row.accuracy, 2)}</td>
      <td>{row.seconds === null ? '–' : formatDuration(row.seconds)}</td>
      <td>
        {row.iterations === null ? '–' : formatCount(row.iterations)}
        {row.converged === false && <span class="state">{t('not converged')}</span>}
      </td>
      <td>{row.estimator}</td>
      {!isOneDataset(rows) && (
        <td>
          <span class="label" title={row.dataset}>
            {row.dataset}
          </span>
        </td>
      )}
      <td>
        {run !== null && state === 'done' && (
          <span class="group">
            <button
              type="button"
              class="secondary"
              onClick={() => ignoreFailure(host.open({ run, view: 'report' }))}
            >
              {t('Report')}
              <span class="visually-hidden">{` ${name}`}</span>
            </button>
            <button
              type="button"
              class="secondary"
              onClick={() => ignoreFailure(host.open({ run, view: 'matrix' }))}
            >
              {t('Matrix')}
              <span class="visually-hidden">{` ${name}`}</span>
            </button>
          </span>
        )}
      </td>
    </tr>
  );
}

/** Whether all rows are of one data set, which then stands above the table. */
function isOneDataset(rows: readonly ComparedRow[]): boolean {
  return new Set(rows.map(({ dataset }) => dataset).filter((name) => name !== '')).size <= 1;
}

function sortState(sorting: Sorting, column: SortColumn): 'ascending' | 'descending' | 'none' {
  if (sorting.column !== column) return 'none';
  return sorting.isDescending ? 'descending' : 'ascending';
}

function arrow(sorting: Sorting, column: SortColumn): string {
  if (sorting.column !== column) return '';
  return sorting.isDescending ? ' ↓' : ' ↑';
}

function stateText({ state, note }: ComparedRow): string {
  const texts = {
    waiting: t('waiting'),
    running: t('training'),
    done: '',
    failed: t('failed'),
    stopped: t('stopped'),
    missing: t('not there any more'),
  };
  return note === '' ? texts[state] : `${texts[state]}: ${note}`;
}

import { useCallback, useEffect, useMemo, useReducer } from 'preact/hooks';
import { formatCount, formatShort } from '@tenfold/core';

import type { ArrayEntryFacts } from '../../protocol/webviews/array.js';
import { Problem } from '../shared/problem.js';
import { t } from '../shared/text.js';
import { useLoad } from '../shared/use-load.js';
import type { VisibleRange } from '../shared/virtual-scroll.js';
import { VirtualTable } from '../shared/virtual-table.js';
import type { ArrayViewProps } from './array-view.js';
import { columnText, shortText } from './cell-text.js';
import { TableBlocks } from './table-blocks.js';

/** An array's numbers: a row for each of its first dimension, a column for each place behind it. */
export function ArrayTable({ host, place, entry, state, onChange }: ArrayViewProps) {
  const { rows, rowLength, shape } = entry;
  const blocks = useBlocks(host, place, entry);
  const [row, column] = [Math.min(state.row, rows - 1), Math.min(state.column, rowLength - 1)];
  const columnName = (c: number): string => (shape.length < 2 ? t('Value') : columnText(c, shape.slice(1)));
  const cellName = (r: number, c: number): string =>
    shape.length < 2 ? t('Row {0}', formatCount(r)) : t('Row {0}, column {1}', formatCount(r), columnName(c));
  const want = useCallback((r: VisibleRange, c: VisibleRange) => blocks.want(r, c), [blocks]);
  if (rows * rowLength === 0) {
    return (
      <p class="hint" role="status">
        {t('The array is empty.')}
      </p>
    );
  }
  return (
    <>
      <p class="hint array-line">
        <span>
          {cellName(row, column)}: {blocks.get(row, column) ?? '…'}
        </span>
        {rows * rowLength > 1 && <Extremes host={host} place={place} rows={rows} />}
      </p>
      {blocks.failure !== undefined && <Problem message={blocks.failure} retry={() => blocks.retry()} />}
      <div class="viewer-body">
        <VirtualTable
          rows={rows}
          columns={rowLength}
          rowHeader={formatCount}
          columnHeader={columnName}
          corner={t('Row')}
          cell={(r, c) => shortText(blocks.get(r, c))}
          columnWidth={104}
          headerWidth={96}
          active={[row, column]}
          onActive={([r, c]) => onChange({ row: r, column: c })}
          onVisible={want}
          label={t('Numbers of {0}', entry.name)}
        />
      </div>
    </>
  );
}

function Extremes({ host, place, rows }: { host: ArrayViewProps['host']; place: number; rows: number }) {
  const [found] = useLoad(
    useCallback((signal: AbortSignal) => host.extremes({ entry: place }, { signal }), [host, place]),
  );
  const text = (): string => {
    if (found.state === 'loading') return t('Looking for the smallest and the largest number…');
    if (found.state === 'failed') return found.message;
    const { least, most, rows: looked } = found.value;
    const range = t('From {0} to {1}', formatShort(least, 4), formatShort(most, 4));
    return looked < rows ? t('{0} in the first {1} rows', range, formatCount(looked)) : range;
  };
  return <span role="status">{text()}</span>;
}

function useBlocks(
  host: ArrayViewProps['host'],
  place: number,
  { rows, rowLength }: ArrayEntryFacts,
): TableBlocks {
  const [, repaint] = useReducer((count: number) => count + 1, 0);
  const blocks = useMemo(
    () =>
      new TableBlocks({
        rows,
        columns: rowLength,
        load: (r, c, signal) => host.block({ entry: place, rows: r, columns: c }, { signal }),
        onChange: () => repaint(undefined),
      }),
    [host, place, rows, rowLength],
  );
  useEffect(() => () => blocks.close(), [blocks]);
  return blocks;
}

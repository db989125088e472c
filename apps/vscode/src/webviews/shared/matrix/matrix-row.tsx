import { memo } from 'preact/compat';

import { cssColor } from '../color/color.js';
import type { Annotations } from './annotations.js';
import type { CellColors } from './cell-colors.js';
import { describeCell } from './describe-cell.js';
import type { MatrixData, Normalization } from './matrix-data.js';
import { drawnItems } from './matrix-window.js';

interface MatrixRowProps {
  readonly row: number;
  readonly data: MatrixData;
  readonly normalization: Normalization;
  readonly colors: (row: number, column: number) => CellColors;
  readonly texts: Annotations;
  /** The columns that are drawn. */
  readonly first: number;
  readonly end: number;
  /** The columns of the cells that have the focus and the choice, if they are in this row. */
  readonly focused: number | undefined;
  readonly selected: number | undefined;
  readonly isCurrent: boolean;
}

/** One actual class: its label and its cells. Drawn again only when something in this row has changed. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { row, data, colors, texts, first, end, focused, selected, isCurrent } = props;
  const label = data.labels[row];
  const gridRow = row + 2;
  return (
    <div role="row" class="matrix-row" aria-rowindex={gridRow}>
      <span
        role="rowheader"
        aria-colindex={1}
        class={`matrix-row-label${isCurrent ? ' current' : ''}`}
        title={label}
        style={{ gridArea: `${gridRow} / 1` }}
      >
        <span>{label}</span>
      </span>
      {drawnItems({ first, end }, focused).map((column) => {
        const { fill, ink } = colors(row, column);
        const text = texts.text(row, column);
        const words = describeCell(data, row, column);
        return (
          <div
            key={column}
            role="gridcell"
            aria-colindex={column + 2}
            class={`matrix-cell${row === column ? ' diagonal' : ''}`}
            tabIndex={focused === column ? 0 : -1}
            data-row={row}
            data-column={column}
            aria-selected={selected === column}
            aria-label={words.includes(text) ? words : `${text}: ${words}`}
            style={{
              gridArea: `${gridRow} / ${column + 2}`,
              backgroundColor: cssColor(fill),
              color: cssColor(ink),
            }}
          >
            {text}
          </div>
        );
      })}
    </div>
  );
});

import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

import { moveTableCell, type TableCell } from './virtual-table-keys.js';
import { type VisibleRange, visibleItems } from './virtual-scroll.js';
import { useVirtualScroll } from './virtual-use-scroll.js';

/** What a table shows. */
export interface VirtualTableProps {
  readonly rows: number;
  readonly columns: number;
  /** What stands at a row's beginning, and above a column. */
  readonly rowHeader: (row: number) => string;
  readonly columnHeader: (column: number) => string;
  /** What stands above the rows' headers. */
  readonly corner: string;
  /** A cell's text; undefined while it is not here. */
  readonly cell: (row: number, column: number) => string | undefined;
  /** Width of every column and of the rows' headers, in CSS pixels. */
  readonly columnWidth: number;
  readonly headerWidth: number;
  /** The cell that has the focus. */
  readonly active: TableCell;
  readonly onActive: (cell: TableCell) => void;
  /** Called with the visible range. */
  readonly onVisible?: (rows: VisibleRange, columns: VisibleRange) => void;
  /** Called on Enter and on a double click. */
  readonly onOpen?: (cell: TableCell) => void;
  /** A row of a misclassified image. */
  readonly isWrong?: (row: number) => boolean;
  /** What the table holds. */
  readonly label: string;
}

/** Height of a row. */
const ROW = 24;

/** A table of any size, of which only the visible cells are elements. */
export function VirtualTable(props: VirtualTableProps) {
  const { rows, columns, columnWidth, headerWidth, active, label } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const down = useVirtualScroll(scroller, 'down', rows * ROW, active[0] * ROW, ROW);
  const across = useVirtualScroll(scroller, 'across', columns * columnWidth, 0, headerWidth);
  const seenRows = visibleItems(down.position, down.viewport, ROW, rows);
  const seenColumns = visibleItems(across.position, across.viewport, columnWidth, columns);
  useEffect(
    () => props.onVisible?.(seenRows, seenColumns),
    [seenRows.first, seenRows.end, seenColumns.first, seenColumns.end, props.onVisible],
  );
  useLayoutEffect(() => {
    if (down.viewport === 0 || across.viewport === 0) return;
    down.show(active[0] * ROW, ROW);
    across.show(active[1] * columnWidth, columnWidth);
  }, [active[0], active[1], down.viewport > 0, columnWidth]);
  const press = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(down.viewport / ROW) - 1);
    const next = moveTableCell(active, event.key, event.ctrlKey || event.metaKey, { rows, columns }, page);
    if (next !== undefined) props.onActive(next);
    else if (event.key === 'Enter') props.onOpen?.(active);
    else return;
    event.preventDefault();
  };
  const isSeen = ({ first, end }: VisibleRange, item: number): boolean => item >= first && item < end;
  const hasActive = isSeen(seenRows, active[0]) && isSeen(seenColumns, active[1]);
  const left = (column: number): string => `${headerWidth + column * columnWidth - across.position}px`;
  return (
    <div
      ref={scroller}
      class="virtual-table"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={rows + 1}
      aria-colcount={columns + 1}
      aria-activedescendant={hasActive ? 'virtual-table-active' : undefined}
      onKeyDown={press}
    >
      <div
        class="virtual-table-sizer"
        role="presentation"
        style={{ width: `${headerWidth + across.spacer}px`, height: `${ROW + down.spacer}px` }}
      >
        <div
          class="virtual-table-view"
          role="presentation"
          style={{ width: `${headerWidth + across.viewport}px`, height: `${ROW + down.viewport}px` }}
        >
          <div role="row" aria-rowindex={1} class="virtual-table-head">
            <span role="columnheader" aria-colindex={1} class="corner" style={{ width: `${headerWidth}px` }}>
              {props.corner}
            </span>
            {numbers(seenColumns).map((column) => (
              <span
                key={column}
                role="columnheader"
                aria-colindex={column + 2}
                style={{ left: left(column), width: `${columnWidth}px` }}
              >
                {props.columnHeader(column)}
              </span>
            ))}
          </div>
          {numbers(seenRows).map((row) => (
            <div
              key={row}
              role="row"
              aria-rowindex={row + 2}
              class={props.isWrong?.(row) === true ? 'virtual-table-row wrong' : 'virtual-table-row'}
              style={{ top: `${ROW + row * ROW - down.position}px` }}
            >
              <span role="rowheader" aria-colindex={1} style={{ width: `${headerWidth}px` }}>
                {props.rowHeader(row)}
              </span>
              {numbers(seenColumns).map((column) => {
                const isActive = row === active[0] && column === active[1];
                const text = props.cell(row, column);
                return (
                  <span
                    key={column}
                    id={isActive ? 'virtual-table-active' : undefined}
                    role="gridcell"
                    aria-colindex={column + 2}
                    aria-selected={isActive}
                    title={text !== undefined && text.length > 12 ? text : undefined}
                    style={{ left: left(column), width: `${columnWidth}px` }}
                    onClick={() => props.onActive([row, column])}
                    onDblClick={() => props.onOpen?.([row, column])}
                  >
                    {text ?? '·'}
                  </span>
                );
              })}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

function numbers({ first, end }: VisibleRange): number[] {
  return Array.from({ length: end - first }, (_, i) => first + i);
}

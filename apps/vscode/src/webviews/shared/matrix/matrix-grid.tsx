import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

import { useThemeColors } from '../color/use-theme-colors.js';
import { t } from '../text.js';
import { useWidth } from '../use-width.js';
import { reveal } from '../virtual-scroll.js';
import { annotate } from './annotations.js';
import { cellColors, type MatrixStyle } from './cell-colors.js';
import { describeCell } from './describe-cell.js';
import { type Cell, moveCell } from './grid-keys.js';
import type { MatrixData, Normalization } from './matrix-data.js';
import { layOutMatrix } from './matrix-layout.js';
import { MatrixRow } from './matrix-row.js';
import { drawnItems, WHOLE } from './matrix-window.js';
import { useMatrixWindow } from './use-matrix-window.js';
import { ColorBar } from './color-bar.js';

/** What a matrix shows and tells. */
export interface MatrixGridProps {
  readonly data: MatrixData;
  readonly style: MatrixStyle;
  readonly normalization: Normalization;
  /** The chosen cell. */
  readonly selected?: Cell | undefined;
  /** Called with a cell that was clicked, or chosen by Enter or Space. Without it cells can have the focus but not be chosen. */
  readonly onSelect?: ((cell: Cell) => void) | undefined;
}

/** A confusion matrix as a grid that is walked by the arrow keys. */
export function MatrixGrid({ data, style, normalization, selected, onSelect }: MatrixGridProps) {
  const box = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const theme = useThemeColors();
  const width = useWidth(box);
  const [focused, setFocused] = useState<Cell>(selected ?? [0, 0]);
  const [hovered, setHovered] = useState<Cell>();
  const wantsFocus = useRef(false);
  const size = data.labels.length;
  const isPaper = style !== 'theme';
  const hasBar = isPaper && width >= ROOM_FOR_BAR;
  const around = hasBar ? BAR : isPaper ? PAPER_EDGE : EDGE;
  const layout = useMemo(() => layOutMatrix(width - around, data.labels), [width, around, data]);
  const drawn = useMatrixWindow(grid, layout.cell + layout.gap, size);
  const colors = useMemo(
    () => cellColors(style, data, normalization, theme),
    [style, data, normalization, theme],
  );
  const texts = useMemo(
    () => annotate(style, data, normalization, layout.cell),
    [style, data, normalization, layout],
  );
  useEffect(() => {
    if (selected !== undefined) setFocused(selected);
  }, [selected]);
  useLayoutEffect(() => {
    const { current } = grid;
    if (selected === undefined || current === null || size <= WHOLE) return;
    const pitch = layout.cell + layout.gap;
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = current;
    current.scrollTop = reveal(
      [selected[0] * pitch, pitch],
      scrollTop,
      clientHeight - layout.columnLabels - layout.gap,
    );
    current.scrollLeft = reveal(
      [selected[1] * pitch, pitch],
      scrollLeft,
      clientWidth - layout.rowLabels - layout.gap,
    );
  }, [selected, layout, size]);
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [focused]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const cell = cellOf(event);
    if (cell === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') {
      onSelect?.(cell);
      event.preventDefault();
      return;
    }
    const next = moveCell(cell, event.key, event.ctrlKey || event.metaKey, size);
    if (next === undefined) return;
    event.preventDefault();
    wantsFocus.current = true;
    setFocused(next);
  };
  const onClick = (event: MouseEvent): void => {
    const cell = cellOf(event);
    if (cell === undefined) return;
    setFocused(cell);
    onSelect?.(cell);
  };
  const shown = hovered ?? focused;
  const { cell, gap, rowLabels, columnLabels } = layout;
  return (
    <div class={`matrix matrix-${style}`} ref={box}>
      {style === 'seaborn' && <p class="matrix-title">{t('Accuracy Score: {0}', String(data.accuracy))}</p>}
      {style === 'matplotlib' && <p class="matrix-title">{t('Confusion matrix')}</p>}
      <div class="matrix-body">
        <div class="matrix-frame">
          <p class="matrix-axis matrix-axis-column" style={{ paddingLeft: `${rowLabels}px` }}>
            {t('Predicted label')}
          </p>
          <p class="matrix-axis matrix-axis-row">{t('Actual label')}</p>
          <div
            class={size > LARGE ? 'matrix-grid large' : 'matrix-grid'}
            role="grid"
            ref={grid}
            aria-label={t('Confusion matrix: rows are actual labels, columns predicted ones')}
            aria-rowcount={size + 1}
            aria-colcount={size + 1}
            style={{
              gridTemplateColumns: `${rowLabels}px repeat(${size}, ${cell}px)`,
              gridTemplateRows: `${columnLabels}px repeat(${size}, ${cell}px)`,
              gap: `${gap}px`,
              fontSize: `${texts.size}px`,
            }}
            onClick={onClick}
            onKeyDown={onKeyDown}
            onMouseOver={(event: MouseEvent) => setHovered(cellOf(event))}
            onMouseLeave={() => setHovered(undefined)}
            onFocusIn={(event: FocusEvent) => setFocused((before) => cellOf(event) ?? before)}
          >
            {width > 0 && (
              <>
                <div role="row" class="matrix-row" aria-rowindex={1}>
                  <span
                    role="columnheader"
                    aria-colindex={1}
                    class="matrix-corner"
                    style={{ gridArea: '1 / 1' }}
                  >
                    <span class="visually-hidden">{t('Actual label')}</span>
                  </span>
                  {drawnItems(drawn.columns, focused[1]).map((column) => (
                    <span
                      key={column}
                      role="columnheader"
                      aria-colindex={column + 2}
                      class={`matrix-column-label${layout.isUpright ? ' upright' : ''}${column === shown[1] ? ' current' : ''}`}
                      title={data.labels[column]}
                      style={{ gridArea: `1 / ${column + 2}` }}
                    >
                      <span>{data.labels[column]}</span>
                    </span>
                  ))}
                </div>
                {drawnItems(drawn.rows, focused[0]).map((row) => (
                  <MatrixRow
                    key={row}
                    row={row}
                    data={data}
                    normalization={normalization}
                    colors={colors}
                    texts={texts}
                    first={drawn.columns.first}
                    end={drawn.columns.end}
                    focused={focused[0] === row ? focused[1] : undefined}
                    selected={selected?.[0] === row ? selected[1] : undefined}
                    isCurrent={shown[0] === row}
                  />
                ))}
              </>
            )}
          </div>
        </div>
        {hasBar && <ColorBar data={data} style={style} normalization={normalization} />}
      </div>
      <p class="matrix-readout">{describeCell(data, shown[0], shown[1])}</p>
    </div>
  );
}

/** What the colour bar and the row's title take of the width. */
const BAR = 132;
const EDGE = 26;
const PAPER_EDGE = 48;

/** In a narrower window the cells themselves need it. */
const ROOM_FOR_BAR = 440;

/** A matrix of more classes scrolls by itself. */
const LARGE = 24;

function cellOf(event: Event): Cell | undefined {
  const target =
    event.target instanceof Element ? event.target.closest<HTMLElement>('[role=gridcell]') : null;
  if (target === null) return undefined;
  return [Number(target.dataset.row), Number(target.dataset.column)];
}

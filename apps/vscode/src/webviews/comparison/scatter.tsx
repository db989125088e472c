import { useRef } from 'preact/hooks';
import { formatDuration, formatShare } from '@tenfold/core';

import type { ComparedRow } from '../../protocol/webviews/comparison.js';
import { cssColor } from '../shared/color/color.js';
import { useThemeColors } from '../shared/color/use-theme-colors.js';
import { percentDigits } from '../shared/chart/scale.js';
import { t } from '../shared/text.js';
import { useWidth } from '../shared/use-width.js';
import { layOutScatter, NAME_GAP } from './scatter-layout.js';

interface ScatterProps {
  readonly rows: readonly ComparedRow[];
  /** The key of the row that is pointed at or chosen. */
  readonly current: string | undefined;
  readonly onCurrent: (key: string | undefined) => void;
}

const HEIGHT = 340;

/** Time against accuracy: what is good is at the upper left. The table below has the same values. */
export function Scatter({ rows, current, onCurrent }: ScatterProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const theme = useThemeColors();
  const { dots, x, y, left, bottom } = layOutScatter(rows, width, HEIGHT);
  const digits = percentDigits(y.ticks);
  const color = cssColor(theme.right);
  const shown = [...dots].sort((a, b) => Number(a.row.key === current) - Number(b.row.key === current));
  return (
    <div
      class="scatter"
      ref={box}
      role="img"
      aria-label={t('Time of training against accuracy; the table below has the same figures.')}
    >
      {width > 0 && (
        <svg width={width} height={HEIGHT} aria-hidden="true" onMouseLeave={() => onCurrent(undefined)}>
          {y.ticks.map((tick) => (
            <g key={tick}>
              <line class="chart-grid" x1={left} x2={width} y1={y.place(tick)} y2={y.place(tick)} />
              <text
                class="chart-tick"
                x={left - 8}
                y={y.place(tick)}
                text-anchor="end"
                dominant-baseline="middle"
              >
                {formatShare(tick, digits)}
              </text>
            </g>
          ))}
          {x.ticks.map((tick) => (
            <g key={tick}>
              <line class="chart-grid" x1={x.place(tick)} x2={x.place(tick)} y1={bottom} y2={bottom + 5} />
              <text class="chart-tick" x={x.place(tick)} y={bottom + 20} text-anchor="middle">
                {formatDuration(tick)}
              </text>
            </g>
          ))}
          <text class="chart-tick" x={(left + width) / 2} y={HEIGHT - 6} text-anchor="middle">
            {t('Time of training')}
          </text>
          {shown.map(({ row, x: cx, y: cy, side, isNamed }) => {
            const isCurrent = row.key === current;
            const isOpen = row.state === 'running';
            return (
              <g key={row.key} onMouseEnter={() => onCurrent(row.key)}>
                <circle cx={cx} cy={cy} r={14} fill="transparent" />
                <circle
                  cx={cx}
                  cy={cy}
                  r={isCurrent ? 8 : 6}
                  fill={isOpen ? cssColor(theme.background) : color}
                  stroke={isOpen ? color : cssColor(isCurrent ? theme.foreground : theme.background)}
                  stroke-width={2}
                />
                {(isCurrent || (current === undefined && isNamed)) && (
                  <text
                    class={`scatter-name${isCurrent ? ' current' : ''}`}
                    x={side === 'left' ? cx - NAME_GAP : cx + NAME_GAP}
                    y={cy}
                    text-anchor={side === 'left' ? 'end' : 'start'}
                    dominant-baseline="middle"
                  >
                    {row.name}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}

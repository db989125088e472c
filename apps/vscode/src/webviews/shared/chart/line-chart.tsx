import { useMemo, useRef, useState } from 'preact/hooks';
import { formatShort } from '@tenfold/core';

import { cssColor } from '../color/color.js';
import { useThemeColors } from '../color/use-theme-colors.js';
import { useWidth } from '../use-width.js';
import { nearestPoint, type Point } from './nearest.js';
import { makeScale, percentDigits } from './scale.js';

/** A line of a chart. */
export interface LineSeries {
  readonly name: string;
  /** In the order of x. */
  readonly points: readonly Point[];
}

/** What a chart shows. */
export interface LineChartProps {
  readonly title: string;
  readonly xTitle: string;
  readonly series: readonly LineSeries[];
  readonly isLog?: boolean;
  /** What the axis stays within. */
  readonly bounds?: readonly [number, number];
  /** How a value is written; beside the axis, with as many decimals as its ticks need in per cent. */
  readonly format?: (value: number, digits?: number) => string;
}

const HEIGHT = 220;
const TOP = 10;
const BOTTOM = 26;
const RIGHT = 12;
const CHARACTER = 7;

/** Lines over a grid. The arrow keys and the mouse move along x, and the values there are shown. */
export function LineChart(props: LineChartProps) {
  const { title, xTitle, series, isLog = false, bounds, format = formatValue } = props;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const theme = useThemeColors();
  const [chosen, setChosen] = useState<number>();
  const xs = useMemo(() => series.flatMap(({ points }) => points.map(([x]) => x)), [series]);
  const ys = useMemo(() => series.flatMap(({ points }) => points.map(([, y]) => y)), [series]);
  const [first, last] = useMemo(() => ends(xs), [xs]);
  const at = chosen === undefined || chosen > last ? last : chosen;
  const y = makeScale({ values: ys, range: [HEIGHT - BOTTOM, TOP], ticks: 5, isLog, isNice: true, bounds });
  const digits = percentDigits(y.ticks);
  const left = y.ticks.reduce(
    (most, tick) => Math.max(most, format(tick, digits).length * CHARACTER + 14),
    36,
  );
  const x = makeScale({
    values: xs,
    range: [left, Math.max(left + 1, width - RIGHT)],
    ticks: Math.max(2, Math.floor(width / 90)),
    isCount: true,
  });
  const here = series.map(({ name, points }) => ({ name, point: points.at(nearestPoint(points, at)) }));
  const words = here.map(({ name, point }) =>
    point === undefined ? '' : series.length === 1 ? format(point[1]) : `${name} ${format(point[1])}`,
  );
  const follow = (event: MouseEvent): void => {
    const bounds = box.current?.getBoundingClientRect();
    if (bounds === undefined || xs.length === 0) return;
    const share = (event.clientX - bounds.left - left) / Math.max(1, width - RIGHT - left);
    setChosen(Math.round(Math.min(last, Math.max(first, first + share * (last - first)))));
  };
  const walk = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10 };
    const goal = event.key === 'Home' ? first : event.key === 'End' ? last : at + (moves[event.key] ?? NaN);
    if (Number.isNaN(goal)) return;
    event.preventDefault();
    setChosen(Math.min(last, Math.max(first, goal)));
  };
  const color = (index: number): string => cssColor(theme.series[index % theme.series.length]);
  const dash = (index: number): string => DASHES[Math.floor(index / theme.series.length) % DASHES.length];
  return (
    <figure class="chart">
      <figcaption>
        <span class="chart-title">{title}</span>
        <span class="chart-value">{xs.length > 0 && summary(words, xTitle, at, series.length)}</span>
      </figcaption>
      <div
        class="chart-box"
        ref={box}
        role="slider"
        tabIndex={xs.length > 0 ? 0 : -1}
        aria-label={`${title}: ${xTitle}`}
        aria-valuemin={xs.length > 0 ? first : 0}
        aria-valuemax={xs.length > 0 ? last : 0}
        aria-valuenow={xs.length > 0 ? at : 0}
        aria-valuetext={`${xTitle} ${at}: ${words.join(', ')}`}
        onMouseMove={follow}
        onMouseLeave={() => setChosen(undefined)}
        onKeyDown={walk}
      >
        {width > 0 && (
          <svg width={width} height={HEIGHT} aria-hidden="true">
            {y.ticks.map((tick) => (
              <g key={tick}>
                <line class="chart-grid" x1={left} x2={width - RIGHT} y1={y.place(tick)} y2={y.place(tick)} />
                <text
                  class="chart-tick"
                  x={left - 8}
                  y={y.place(tick)}
                  text-anchor="end"
                  dominant-baseline="middle"
                >
                  {format(tick, digits)}
                </text>
              </g>
            ))}
            {x.ticks.map((tick) => (
              <text key={tick} class="chart-tick" x={x.place(tick)} y={HEIGHT - 8} text-anchor="middle">
                {tick}
              </text>
            ))}
            {xs.length > 0 && (
              <line class="chart-cursor" x1={x.place(at)} x2={x.place(at)} y1={TOP} y2={HEIGHT - BOTTOM} />
            )}
            {series.map(({ name, points }, index) => (
              <polyline
                key={name}
                class="chart-line"
                points={path(points, x.place, y.place, isLog)}
                stroke={color(index)}
                stroke-dasharray={dash(index)}
              />
            ))}
            {here.map(
              ({ name, point }, index) =>
                point !== undefined && (
                  <circle
                    key={name}
                    cx={x.place(point[0])}
                    cy={y.place(point[1])}
                    r={3.5}
                    fill={color(index)}
                    stroke={cssColor(theme.background)}
                  />
                ),
            )}
          </svg>
        )}
      </div>
      {series.length > 1 && (
        <ul class="chart-legend">
          {here.map(({ name, point }, index) => (
            <li key={name}>
              <svg width="18" height="8" aria-hidden="true">
                <line
                  class="chart-line"
                  x1="1"
                  x2="17"
                  y1="4"
                  y2="4"
                  stroke={color(index)}
                  stroke-dasharray={dash(index)}
                />
              </svg>
              {name}
              <span>{point === undefined ? '' : format(point[1])}</span>
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}

/** How values are written that have no format of their own. */
function formatValue(value: number): string {
  return formatShort(value, 4);
}

/** Spreading very many points into Math.min would overflow the stack. */
function ends(values: readonly number[]): [least: number, most: number] {
  return values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
}

const DASHES = ['none', '6 3', '2 3'];

function summary(words: readonly string[], xTitle: string, at: number, count: number): string {
  return count === 1 ? `${words[0]} · ${xTitle} ${at}` : `${xTitle} ${at}`;
}

function path(
  points: readonly Point[],
  x: (value: number) => number,
  y: (value: number) => number,
  isLog: boolean,
): string {
  return points
    .filter(([, value]) => Number.isFinite(value) && (!isLog || value > 0))
    .map((point) => `${x(point[0]).toFixed(1)},${y(point[1]).toFixed(1)}`)
    .join(' ');
}

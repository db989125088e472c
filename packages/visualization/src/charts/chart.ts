import { formatCount } from '@tenfold/core';
import { largest } from '@tenfold/linalg';

import { nice, ticks } from 'd3-array';

import { INK, MUTED_INK, PAPER } from '../colors/palette.js';
import type { CurveSeries, Mark, Scene, SceneTable } from '../scene.js';
import { fitText, measureText } from '../text/measure-text.js';
import { axisMarks, chartTitle, MARGIN, MIDDLE, TICK_SIZE, tickTexts, TITLE_SIZE } from './frame.js';
import { legendNames } from './legend-names.js';
import { thinPoints } from './thin-points.js';

/** A line of a chart, with how it is drawn. */
export interface ChartSeries extends CurveSeries {
  readonly dash?: readonly number[];
  readonly width?: number;
  /** Left out of the legend beside the chart. */
  readonly isUnnamed?: boolean;
  /** A dot on every point. */
  readonly hasDots?: boolean;
}

/** What a chart of lines is laid out from. */
export interface Chart {
  readonly title: string;
  readonly desc: string;
  readonly table: SceneTable;
  readonly series: readonly ChartSeries[];
  readonly xTitle: string;
  readonly yTitle: string;
  readonly xRange: readonly [number, number];
  readonly yRange: readonly [number, number];
  /** The horizontal axis counts something: whole numbers only. */
  readonly isCount?: boolean;
  readonly plotWidth: number;
  readonly plotHeight: number;
}

const AXIS_SIZE = 13;
const LEGEND_WIDTH = 200;
const LEGEND_LINE = 20;

/** Below this, and below this share of the values, doubles leave no room for ticks between two numbers. */
const SMALLEST_SPAN = 1e-200;
const SMALLEST_SHARE = 1e-12;

/** Widens a range to round numbers; a range of one value gets room on both sides. */
export function niceRange(low: number, high: number): [number, number] {
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (high - low > Math.max(size * SMALLEST_SHARE, SMALLEST_SPAN)) return nice(low, high, 5);
  return size < SMALLEST_SPAN ? [0, 1] : nice(low - size / 2, high + size / 2, 5);
}

/** Lays out lines over a grid, with a legend at the right when there are several names. */
export function chartScene(chart: Chart): Scene {
  const { xRange, yRange, plotWidth, plotHeight } = chart;
  const series = chart.series.map((one) => ({ ...one, points: thinPoints(one.points, chart.series.length) }));
  const yTicks = ticks(...yRange, 5);
  const xTicks = ticks(...xRange, 6).filter((value) => chart.isCount !== true || Number.isInteger(value));
  const yLabelWidth = largest(
    tickTexts(yTicks).map((text) => measureText(text, TICK_SIZE)),
    0,
  );
  const left = Math.ceil(MARGIN + AXIS_SIZE + 12 + yLabelWidth + 8);
  const top = MARGIN + TITLE_SIZE + 18;
  const named = series.filter((one) => one.isUnnamed !== true);
  const { shown, more } = legendNames(named);
  const legend = named.length > 1 ? legendTexts(shown) : [];
  const rest = more > 0 ? `and ${formatCount(more)} more` : '';
  const legendWidth = largest(
    [...legend, rest].map((text) => (text === '' ? 0 : measureText(text, TICK_SIZE) * 1.08 + 34)),
    0,
  );
  const titleWidth = measureText(chart.title, TITLE_SIZE, 600) * 1.08;
  const xOf = (value: number): number => left + (plotWidth * (value - xRange[0])) / (xRange[1] - xRange[0]);
  const yOf = (value: number): number =>
    top + plotHeight * (1 - (value - yRange[0]) / (yRange[1] - yRange[0]));

  const lines = legend.length + (rest === '' ? 0 : 1);
  const bottom = Math.max(top + plotHeight, top + lines * LEGEND_LINE - 40);
  const width = Math.ceil(
    Math.max(left + plotWidth + 20 + legendWidth, Math.min(titleWidth, 900) + left) + MARGIN,
  );
  return {
    width,
    height: Math.ceil(bottom + 24 + AXIS_SIZE + 12 + MARGIN),
    title: chart.title,
    desc: chart.desc,
    background: PAPER,
    marks: [
      chartTitle(chart.title, left, 900),
      ...axisMarks({
        direction: 'y',
        values: yTicks,
        place: yOf,
        from: left,
        to: left + plotWidth,
        textAt: left - 8,
      }),
      ...axisMarks({
        direction: 'x',
        values: xTicks,
        place: xOf,
        from: top + plotHeight,
        to: top + plotHeight + 5,
        textAt: top + plotHeight + 20,
        stroke: MUTED_INK,
      }),
      {
        kind: 'line',
        points: [
          [left, top + plotHeight],
          [left + plotWidth, top + plotHeight],
        ],
        stroke: MUTED_INK,
      },
      {
        kind: 'text',
        x: left + plotWidth / 2,
        y: top + plotHeight + 44,
        text: chart.xTitle,
        size: AXIS_SIZE,
        fill: MUTED_INK,
        anchor: 'middle',
      },
      {
        kind: 'text',
        x: MARGIN + AXIS_SIZE * 0.8,
        y: top + plotHeight / 2,
        text: chart.yTitle,
        size: AXIS_SIZE,
        fill: MUTED_INK,
        anchor: 'middle',
        rotate: -90,
      },
      ...series.flatMap((one) => seriesMarks(one, xOf, yOf)),
      ...legend.flatMap((text, index) =>
        legendMarks(named[index], text, left + plotWidth + 20, top + 10 + index * LEGEND_LINE),
      ),
      ...moreMarks(rest, left + plotWidth + 52, top + 10 + legend.length * LEGEND_LINE),
    ],
    table: chart.table,
    picture: {
      kind: 'curves',
      series: series.map(({ name, color, points, isBackground }) => ({
        name,
        color,
        points,
        ...(isBackground === true && { isBackground }),
      })),
      xTitle: chart.xTitle,
      yTitle: chart.yTitle,
      xRange,
      yRange,
    },
  };
}

function seriesMarks(series: ChartSeries, xOf: (x: number) => number, yOf: (y: number) => number): Mark[] {
  const points = series.points.map(([x, y]) => [xOf(x), yOf(y)] as const);
  const dash = series.dash !== undefined && series.dash.length > 0 ? { dash: series.dash } : {};
  const line: Mark[] =
    points.length > 1
      ? [{ kind: 'line', points, stroke: series.color, width: series.width ?? 2, ...dash }]
      : [];
  const dots = points.length === 1 || series.hasDots === true ? points : [];
  return [...line, ...dots.map(([x, y]): Mark => ({ kind: 'circle', x, y, radius: 3, fill: series.color }))];
}

function legendTexts(series: readonly ChartSeries[]): string[] {
  return series.map(({ name }) => fitText(name, TICK_SIZE, LEGEND_WIDTH));
}

/** How many lines the legend does not name. */
function moreMarks(text: string, x: number, y: number): Mark[] {
  if (text === '') return [];
  return [{ kind: 'text', x, y: y + TICK_SIZE * MIDDLE, text, size: TICK_SIZE, fill: MUTED_INK }];
}

function legendMarks(series: ChartSeries, text: string, x: number, y: number): Mark[] {
  const dash = series.dash !== undefined && series.dash.length > 0 ? { dash: series.dash } : {};
  return [
    {
      kind: 'line',
      points: [
        [x, y],
        [x + 24, y],
      ],
      stroke: series.color,
      width: series.width ?? 2,
      ...dash,
    },
    { kind: 'text', x: x + 32, y: y + TICK_SIZE * MIDDLE, text, size: TICK_SIZE, fill: INK },
  ];
}

import { formatCount, formatShort, toFixedEven } from '@tenfold/core';

import { bluesReversed, continuousMap, pastel1, BLUES, PASTEL1 } from '../colors/color-map.js';
import { readableInk, seabornInk } from '../colors/contrast.js';
import { INK, MUTED_INK } from '../colors/palette.js';
import type { HeatmapData } from './heatmap-data.js';

/** A bar that shows the value of each colour. */
interface ColorBar {
  /** Colours from low to high. */
  readonly colors: readonly string[];
  /** Whether the colours form a gradient or bands. */
  readonly isSmooth: boolean;
}

/** Everything in which the styles differ. Sizes are in pixels; matplotlib's 10 points are 14 of them. */
export interface HeatmapStyle {
  readonly titleSize: number;
  readonly titleWeight: 400 | 600;
  readonly axisTitleSize: number;
  readonly labelSize: number;
  readonly textSize: number;
  readonly ink: string;
  readonly mutedInk: string;
  /** The gap between cells. */
  readonly gap: number;
  /** Radius of a cell's corners. */
  readonly radius: number;
  /** The colour of a frame around all cells. */
  readonly frame?: string;
  /** Small lines between the cells and their labels. */
  readonly hasTicks: boolean;
  /** Column labels at 45 degrees even where they would fit upright. */
  readonly isSlanted: boolean;
  /** Recall and precision of each class at the edges. */
  readonly hasRates: boolean;
  readonly colorBar?: ColorBar;
  readonly format: (value: number, data: HeatmapData) => string;
  readonly fill: (data: HeatmapData, row: number, column: number) => string;
  /** How much a cell is to be seen where several share a pixel. */
  readonly strength: (data: HeatmapData, row: number, column: number) => number;
  /** What the colours mean, where there are no numbers and no bar. */
  readonly key?: string;
  readonly textInk: (fill: string, value: number) => string;
}

/** The names of the styles. */
export const HEATMAP_STYLES = ['tenfold', 'seaborn', 'matplotlib'] as const;

/** The name of a style. */
export type HeatmapStyleName = (typeof HEATMAP_STYLES)[number];

const right = continuousMap(['#dcebf8', '#6aaadb', '#1f6fb4', '#0b4a82']);
const wrong = continuousMap(['#fff0e4', '#f9b98a', '#e0722c', '#a8400a']);
const EMPTY = '#f5f7f9';

/** `sns.heatmap(cm, annot=True, fmt=".3f", linewidths=.5, square=True, cmap='Blues_r')`. */
const seaborn: HeatmapStyle = {
  titleSize: 20,
  titleWeight: 400,
  axisTitleSize: 14,
  labelSize: 14,
  textSize: 14,
  ink: '#000000',
  mutedInk: '#000000',
  gap: 1,
  radius: 0,
  hasTicks: true,
  isSlanted: false,
  hasRates: false,
  colorBar: { colors: [...BLUES].reverse(), isSmooth: true },
  format: (value) => toFixedEven(value, 3),
  strength: (data, row, column) => data.values[row][column],
  fill: (data, row, column) => bluesReversed(position(data, data.values[row][column])),
  textInk: (fill) => seabornInk(fill),
};

/** `plt.imshow(cm, interpolation='nearest', cmap='Pastel1')` with a colour bar, a title and annotations. */
const matplotlib: HeatmapStyle = {
  titleSize: 20,
  titleWeight: 400,
  axisTitleSize: 20,
  labelSize: 14,
  textSize: 14,
  ink: '#000000',
  mutedInk: '#000000',
  gap: 0,
  radius: 0,
  frame: '#000000',
  hasTicks: true,
  isSlanted: true,
  hasRates: false,
  colorBar: { colors: PASTEL1, isSmooth: false },
  format: (value) => (Number.isInteger(value) ? String(value) : formatShort(value)),
  strength: (data, row, column) => data.values[row][column],
  fill: (data, row, column) => pastel1(position(data, data.values[row][column])),
  textInk: () => '#000000',
};

/**
 * Our own: every cell is coloured by its share of its actual class, blue where the model was right, orange
 * where it was wrong. Shares of errors are drawn on a square-root scale, so that one in a hundred is seen.
 */
const tenfold: HeatmapStyle = {
  titleSize: 20,
  titleWeight: 600,
  axisTitleSize: 14,
  labelSize: 14,
  textSize: 14,
  ink: INK,
  mutedInk: MUTED_INK,
  gap: 2,
  radius: 3,
  hasTicks: false,
  isSlanted: false,
  hasRates: true,
  format: (value, { isCounts }) => (isCounts || value === 0 ? formatCount(value) : toFixedEven(value, 2)),
  strength: shareOf,
  key: 'blue is right, orange is wrong, darker is a larger share of the class',
  fill: (data, row, column) => {
    const share = shareOf(data, row, column);
    if (share === 0) return EMPTY;
    return row === column ? right(share) : wrong(Math.sqrt(share));
  },
  textInk: (fill, value) => (value === 0 ? MUTED_INK : readableInk(fill)),
};

/** The styles by name. */
export const heatmapStyles: Readonly<Record<HeatmapStyleName, HeatmapStyle>> = {
  tenfold,
  seaborn,
  matplotlib,
};

function position({ low, high }: HeatmapData, value: number): number {
  return high > low ? (value - low) / (high - low) : 0;
}

function shareOf(data: HeatmapData, row: number, column: number): number {
  const value = data.values[row][column];
  if (value === 0) return 0;
  return data.isCounts ? value / data.rowSums[row] : value / Math.max(data.high, 1);
}

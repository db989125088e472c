import { formatShare } from '@tenfold/core';
import { largest } from '@tenfold/linalg';

import { fitSize, fitText, measureText } from '../text/measure-text.js';
import type { HeatmapData } from './heatmap-data.js';
import type { HeatmapStyle } from './heatmap-style.js';
import { niceStep } from './label-step.js';
import type { MergedCells } from './merged-cells.js';

/** Texts of a heatmap. */
export interface HeatmapTexts {
  readonly title: string;
  /** A smaller line below the title, or empty. */
  readonly subtitle: string;
  readonly rowTitle: string;
  readonly columnTitle: string;
  readonly labels: readonly string[];
  /** The text of each cell; empty where the cells are the pixels of an image. */
  readonly cells: readonly (readonly string[])[];
}

/** A line above the cells. */
interface Heading {
  readonly text: string;
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle';
  readonly role: 'title' | 'subtitle';
}

/** The label of a class, as it is drawn beside its row and below its column. */
interface ClassLabel {
  readonly index: number;
  readonly text: string;
}

/** Where everything in a heatmap stands. */
export interface HeatmapLayout {
  readonly width: number;
  readonly height: number;
  /** Upper left corner of the cells. */
  readonly left: number;
  readonly top: number;
  /** Side of a cell, and of all of them. A cell may be smaller than a pixel of the screen. */
  readonly cell: number;
  readonly side: number;
  readonly textSize: number;
  /** The labels of the classes that have one. */
  readonly labels: readonly ClassLabel[];
  readonly isSlanted: boolean;
  /** Baseline of the columns' title. */
  readonly columnTitleY: number;
  /** Left edge of the recall column, or of the colour bar. */
  readonly asideX: number;
  readonly headings: readonly Heading[];
  readonly rates?: { readonly recall: string[]; readonly precision: string[]; readonly size: number };
}

/** The margin around everything. */
export const MARGIN = 20;
/** From the cells to their labels. */
export const LABEL_GAP = 10;
/** Width of the colour bar. */
export const BAR_WIDTH = 22;
const WHOLE = 560;
const LARGEST_CELL = 150;
const SMALLEST_TEXT = 9;
const LABEL_WIDTH = 150;
const LONGEST_TITLE = 900;
/** Other fonts than Inter may be wider by this. */
const SLACK = 1.08;
const SLANT = Math.SQRT1_2;
/** From one label to the next one below it, in sizes of the font. */
const LINE = 1.3;
/** Where fewer than these would fit upright, labels are slanted instead. */
const FEWEST_UPRIGHT = 8;

/** Finds room for everything: long labels are slanted and cut, cells grow until their texts fit. */
export function layOutHeatmap(
  data: HeatmapData,
  texts: HeatmapTexts,
  style: HeatmapStyle,
  merged?: MergedCells,
): HeatmapLayout {
  const { cell, textSize } =
    merged === undefined
      ? sizeCells(data.size, texts.cells, style)
      : { cell: merged.pixel / merged.merged, textSize: 0 };
  const side = merged === undefined ? cell * data.size : merged.pixel * merged.image.columns;
  const { labels, isSlanted } = chooseLabels(texts.labels, cell, style, merged !== undefined);
  const labelWidth = widest(
    labels.map(({ text }) => text),
    style.labelSize,
  );
  const hasRates = style.hasRates && merged === undefined && data.isCounts && data.total > 0;
  const rates = hasRates ? rateTexts(data, cell) : undefined;

  const headerWidth = rates === undefined ? 0 : measureText('Precision', rates.size);
  // A slanted label hangs to the left of its column: the first ones may need more room than the row labels.
  const overhang = isSlanted
    ? largest(
        labels.map(({ text, index }) => measureText(text, style.labelSize) * SLANT - (index + 0.5) * cell),
      )
    : 0;
  const left = Math.ceil(
    MARGIN +
      style.axisTitleSize +
      12 +
      Math.max(labelWidth, headerWidth, overhang - LABEL_GAP - style.axisTitleSize) +
      LABEL_GAP,
  );
  const titleHeight = texts.title === '' ? 0 : style.titleSize + 14;
  const subtitleHeight = texts.subtitle === '' ? 0 : 20;
  const top = MARGIN + titleHeight + subtitleHeight + (rates === undefined ? 0 : 22);
  const asideX = left + side + (rates === undefined ? 24 : 10);
  const asideWidth =
    rates !== undefined
      ? Math.max(widest(rates.recall, rates.size), measureText('Recall', rates.size))
      : barWidth(data, style);
  const right = asideWidth === 0 ? left + side : asideX + asideWidth;
  const labelHeight = isSlanted ? labelWidth * SLANT + style.labelSize * 0.9 : style.labelSize;
  const columnTitleY = top + side + LABEL_GAP + labelHeight + 10 + style.axisTitleSize * 0.8;
  const headings = layOutHeadings(texts, style, left, side);
  const headingEnd = largest(
    headings.map((heading) => heading.end),
    0,
  );
  return {
    width: Math.ceil(Math.max(right, headingEnd) + MARGIN),
    height: Math.ceil(columnTitleY + MARGIN),
    left,
    top,
    cell,
    side,
    textSize,
    labels,
    isSlanted,
    columnTitleY,
    asideX,
    headings,
    ...(rates && { rates }),
  };
}

/** Long titles get smaller first and are cut only beyond `LONGEST_TITLE`. */
function layOutHeadings(
  texts: HeatmapTexts,
  style: HeatmapStyle,
  left: number,
  side: number,
): (Heading & { end: number })[] {
  const titleSize = fitSize(texts.title, style.titleSize, Math.max(side, 420), 14, style.titleWeight);
  const lines = [
    {
      role: 'title',
      text: texts.title,
      size: titleSize,
      weight: style.titleWeight,
      y: MARGIN + style.titleSize * 0.86,
    },
    { role: 'subtitle', text: texts.subtitle, size: 13, weight: 400, y: MARGIN + style.titleSize + 20 },
  ] as const;
  return lines
    .filter(({ text }) => text !== '')
    .map(({ role, text: whole, size, weight, y }) => {
      const text = fitText(whole, size, LONGEST_TITLE, weight);
      const width = measureText(text, size, weight) * SLACK;
      if (style.hasRates) return { role, text, size, y, x: left, anchor: 'start', end: left + width };
      const x = Math.max(left + side / 2, MARGIN + width / 2);
      return { role, text, size, y, x, anchor: 'middle', end: x + width / 2 };
    });
}

/**
 * The labels that are drawn: each, or thinned to every second, fifth, tenth and so on, so that they keep apart. They are
 * slanted where they would run into each other, or where upright ones would be too few.
 */
function chooseLabels(
  names: readonly string[],
  cell: number,
  style: HeatmapStyle,
  isThinned: boolean,
): { labels: readonly ClassLabel[]; isSlanted: boolean } {
  const fitted = names.map((label) => fitText(label, style.labelSize, LABEL_WIDTH));
  const labelWidth = widest(fitted, style.labelSize);
  const dense = isThinned ? niceStep((style.labelSize * LINE) / cell) : 1;
  const upright = isThinned ? niceStep((labelWidth + 6) / cell) : 1;
  const isCrowded = labelWidth > upright * cell - 6 || (isThinned && names.length < FEWEST_UPRIGHT * upright);
  const isSlanted = style.isSlanted || isCrowded;
  const step = isSlanted ? dense : Math.max(upright, dense);
  const labels = fitted.map((text, index) => ({ text, index })).filter(({ index }) => index % step === 0);
  return { labels, isSlanted };
}

function sizeCells(
  size: number,
  cells: readonly (readonly string[])[],
  style: HeatmapStyle,
): { cell: number; textSize: number } {
  const longest = cells.flat().reduce((a, b) => (measureText(b, 10) > measureText(a, 10) ? b : a), '');
  const natural = Math.min(Math.floor(WHOLE / size), LARGEST_CELL);
  const textSize = fitSize(longest, style.textSize, natural - style.gap - 8, SMALLEST_TEXT);
  const needed = Math.ceil(measureText(longest, textSize) + style.gap + 6);
  return {
    cell: Math.max(natural, needed, 20),
    textSize: Math.min(textSize, Math.max(natural, needed) * 0.62),
  };
}

function rateTexts(data: HeatmapData, cell: number): NonNullable<HeatmapLayout['rates']> {
  const rate = (sums: Float64Array) => (index: number) =>
    sums[index] === 0 ? '–' : formatShare(data.values[index][index] / sums[index]);
  const indices = Array.from({ length: data.size }, (_, index) => index);
  const recall = indices.map(rate(data.rowSums));
  const precision = indices.map(rate(data.columnSums));
  const longest = precision.reduce((a, b) => (b.length > a.length ? b : a), '');
  return { recall, precision, size: fitSize(longest, 12, cell - 4, 8) };
}

function barWidth(data: HeatmapData, style: HeatmapStyle): number {
  if (style.colorBar === undefined) return 0;
  const longest = data.isCounts ? String(Math.round(data.high)) : '0.00';
  return BAR_WIDTH + 10 + measureText(longest, style.labelSize) + 4;
}

function widest(texts: readonly string[], size: number): number {
  return largest(
    texts.map((text) => measureText(text, size)),
    0,
  );
}

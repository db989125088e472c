import { ticks } from 'd3-array';

import { FAINT } from '../colors/palette.js';
import type { Mark, TextMark } from '../scene.js';
import type { HeatmapData } from './heatmap-data.js';
import { BAR_WIDTH, type HeatmapLayout, type HeatmapTexts, LABEL_GAP, MARGIN } from './heatmap-layout.js';
import type { HeatmapStyle } from './heatmap-style.js';
import type { MergedCells } from './merged-cells.js';

/** Half the height of a capital or a digit, by which a baseline lies below a text's middle. */
const MIDDLE = 0.364;

interface Parts {
  readonly data: HeatmapData;
  readonly texts: HeatmapTexts;
  readonly style: HeatmapStyle;
  readonly layout: HeatmapLayout;
  readonly cells: AnnotatedCells | MergedCells;
}

/** The colours of cells that have a number each. */
export interface AnnotatedCells {
  readonly fills: readonly (readonly string[])[];
  readonly inks: readonly (readonly string[])[];
}

/** All marks of a heatmap, back to front. */
export function heatmapMarks(parts: Parts): Mark[] {
  return [
    ...cellMarks(parts),
    ...frameMarks(parts),
    ...labelMarks(parts),
    ...titleMarks(parts),
    ...asideMarks(parts),
  ];
}

function cellMarks({ data, texts, style, layout, cells }: Parts): Mark[] {
  const { left, top, side, cell, textSize } = layout;
  if ('image' in cells) {
    return [{ kind: 'image', x: left, y: top, width: side, height: side, image: cells.image }];
  }
  const { fills, inks } = cells;
  const { labels } = texts;
  return data.values.flatMap((row, i) =>
    Array.from(row).flatMap((_, j): Mark[] => {
      const place = { x: left + j * cell + style.gap / 2, y: top + i * cell + style.gap / 2 };
      const side = cell - style.gap;
      const label = `${texts.rowTitle}: ${labels[i]}, ${texts.columnTitle}: ${labels[j]}, ${texts.cells[i][j]}`;
      const corners = style.radius > 0 ? { radius: Math.min(style.radius, cell / 8) } : {};
      const text = {
        x: left + (j + 0.5) * cell,
        y: top + (i + 0.5) * cell + textSize * MIDDLE,
        text: texts.cells[i][j],
      };
      return [
        { kind: 'rect', ...place, width: side, height: side, fill: fills[i][j], ...corners, label },
        { kind: 'text', ...text, size: textSize, fill: inks[i][j], anchor: 'middle' },
      ];
    }),
  );
}

/** Single cells show their edges by themselves; an image of many needs a frame in every style. */
function frameMarks({ style, layout, cells }: Parts): Mark[] {
  const stroke = style.frame ?? ('image' in cells ? FAINT : undefined);
  if (stroke === undefined) return [];
  const { left, top, side } = layout;
  return [{ kind: 'rect', x: left, y: top, width: side, height: side, stroke, strokeWidth: 1 }];
}

function labelMarks({ style, layout }: Parts): Mark[] {
  const { left, top, cell, side, isSlanted, labels } = layout;
  const shared = { kind: 'text', size: style.labelSize, fill: style.ink } as const;
  const bottom = top + side + LABEL_GAP;
  const rows = labels.map(({ text, index }): Mark[] => {
    const y = top + (index + 0.5) * cell;
    const label: TextMark = {
      ...shared,
      x: left - LABEL_GAP,
      y: y + style.labelSize * MIDDLE,
      text,
      anchor: 'end',
    };
    return style.hasTicks ? [tick([left - 5, y], [left, y], style.ink), label] : [label];
  });
  const columns = labels.map(({ text, index }): Mark[] => {
    const x = left + (index + 0.5) * cell;
    const label: TextMark = isSlanted
      ? {
          ...shared,
          x: x + style.labelSize * 0.3,
          y: bottom + style.labelSize * 0.62,
          text,
          anchor: 'end',
          rotate: -45,
        }
      : { ...shared, x, y: bottom + style.labelSize * 0.8, text, anchor: 'middle' };
    return style.hasTicks ? [tick([x, top + side], [x, top + side + 5], style.ink), label] : [label];
  });
  return [...rows.flat(), ...columns.flat()];
}

function titleMarks({ texts, style, layout }: Parts): Mark[] {
  const { left, top, side, columnTitleY } = layout;
  const middle = left + side / 2;
  const axis = { kind: 'text', size: style.axisTitleSize, fill: style.mutedInk, anchor: 'middle' } as const;
  return [
    ...layout.headings.map(({ role, text, size, x, y, anchor }): Mark => {
      const ink = role === 'title' ? style.ink : style.mutedInk;
      const weight = role === 'title' ? style.titleWeight : 400;
      return { kind: 'text', x, y, text, size, weight, fill: ink, anchor };
    }),
    { ...axis, x: middle, y: columnTitleY, text: texts.columnTitle },
    { ...axis, x: MARGIN + style.axisTitleSize * 0.8, y: top + side / 2, text: texts.rowTitle, rotate: -90 },
  ];
}

function asideMarks(parts: Parts): Mark[] {
  return [...rateMarks(parts), ...colorBarMarks(parts)];
}

function rateMarks({ style, layout }: Parts): Mark[] {
  const { left, top, cell, asideX, rates } = layout;
  if (rates === undefined) return [];
  const shared = { kind: 'text', size: rates.size, fill: style.mutedInk } as const;
  const above = top - 8;
  return [
    { ...shared, x: left - LABEL_GAP, y: above, text: 'Precision', anchor: 'end' },
    { ...shared, x: asideX, y: above, text: 'Recall' },
    ...rates.precision.map((text, column): Mark => ({
      ...shared,
      x: left + (column + 0.5) * cell,
      y: above,
      text,
      anchor: 'middle',
    })),
    ...rates.recall.map((text, row): Mark => ({
      ...shared,
      x: asideX,
      y: top + (row + 0.5) * cell + rates.size * MIDDLE,
      text,
    })),
  ];
}

function colorBarMarks({ data, style, layout }: Parts): Mark[] {
  const { top, side, asideX: x } = layout;
  const bar = style.colorBar;
  if (bar === undefined) return [];
  const high = data.high > data.low ? data.high : data.low + 1;
  const yOf = (value: number): number => top + side - (side * (value - data.low)) / (high - data.low);
  const step = side / bar.colors.length;
  const body: Mark[] = bar.isSmooth
    ? [{ kind: 'gradient', x, y: top, width: BAR_WIDTH, height: side, colors: bar.colors }]
    : bar.colors.map((fill, band) => ({
        kind: 'rect',
        x,
        y: top + side - (band + 1) * step,
        width: BAR_WIDTH,
        height: step,
        fill,
      }));
  const frame: Mark[] =
    style.frame === undefined
      ? []
      : [{ kind: 'rect', x, y: top, width: BAR_WIDTH, height: side, stroke: style.frame }];
  const marks = ticks(data.low, high, Math.max(2, Math.min(6, Math.round(side / 90)))).flatMap(
    (value): Mark[] => [
      tick([x + BAR_WIDTH, yOf(value)], [x + BAR_WIDTH + 5, yOf(value)], style.ink),
      {
        kind: 'text',
        x: x + BAR_WIDTH + 10,
        y: yOf(value) + style.labelSize * MIDDLE,
        text: String(Number(value.toPrecision(12))),
        size: style.labelSize,
        fill: style.ink,
      },
    ],
  );
  return [...body, ...frame, ...marks];
}

function tick(from: readonly [number, number], to: readonly [number, number], stroke: string): Mark {
  return { kind: 'line', points: [from, to], stroke, width: 1 };
}

import { formatShort } from '@tenfold/core';
import { largest } from '@tenfold/linalg';

import { FAINT, INK, MUTED_INK } from '../colors/palette.js';
import type { Mark, TextMark } from '../scene.js';
import { fitText } from '../text/measure-text.js';

/** Around every chart. */
export const MARGIN = 20;
export const TITLE_SIZE = 18;
export const TICK_SIZE = 12;
/** From a text's middle down to its baseline, as a share of its size. */
export const MIDDLE = 0.364;

/** One axis: a line or a tick at each value, with the value beside it. */
export interface Axis {
  /** `x`: values from left to right, written below; `y`: from the bottom up, written at the left. */
  readonly direction: 'x' | 'y';
  readonly values: readonly number[];
  /** Where a value is, in pixels. */
  readonly place: (value: number) => number;
  /** Where the lines begin and end across the axis. */
  readonly from: number;
  readonly to: number;
  /** Where the texts stand across the axis: their baseline below it, or their right end beside it. */
  readonly textAt: number;
  /** Colour of the lines. Default: that of a grid behind the data. */
  readonly stroke?: string;
}

/** The heading of a chart, cut to a width. */
export function chartTitle(title: string, x: number, width: number): TextMark {
  return {
    kind: 'text',
    x,
    y: MARGIN + TITLE_SIZE * 0.86,
    text: fitText(title, TITLE_SIZE, width, 600),
    size: TITLE_SIZE,
    weight: 600,
    fill: INK,
  };
}

/** The lines and texts of an axis. */
export function axisMarks({ direction, values, place, from, to, textAt, stroke = FAINT }: Axis): Mark[] {
  const isX = direction === 'x';
  return tickTexts(values).flatMap((text, index): Mark[] => {
    const at = place(values[index]);
    const points = ([from, to] as const).map((across) =>
      isX ? ([at, across] as const) : ([across, at] as const),
    );
    const position = isX
      ? ({ x: at, y: textAt, anchor: 'middle' } as const)
      : ({ x: textAt, y: at + TICK_SIZE * MIDDLE, anchor: 'end' } as const);
    return [
      { kind: 'line', points, stroke },
      { kind: 'text', ...position, text, size: TICK_SIZE, fill: MUTED_INK },
    ];
  });
}

/** Labels with as many decimals as the step needs, so that 0.2 stands below 1.0. */
export function tickTexts(values: readonly number[]): string[] {
  const decimals = largest(values.map(decimalsOf), 0);
  return values.map((value) =>
    decimals > 0 && decimals <= 6 ? value.toFixed(decimals) : formatShort(value, 6),
  );
}

function decimalsOf(value: number): number {
  const text = String(Number(value.toPrecision(12)));
  return text.includes('e') ? 7 : (text.split('.').at(1)?.length ?? 0);
}

import type { ComparedRow } from '../../protocol/webviews/comparison.js';
import { makeScale, type Scale } from '../shared/chart/scale.js';

/** A row in the picture. */
export interface Dot {
  readonly row: ComparedRow;
  readonly x: number;
  readonly y: number;
  /** Whether its name stands at its left, where there is no room at its right. */
  readonly isNameLeft: boolean;
}

/** The picture of time against accuracy. */
export interface Scatter {
  readonly dots: readonly Dot[];
  readonly x: Scale;
  readonly y: Scale;
  /** Left and bottom edges of the plot. */
  readonly left: number;
  readonly bottom: number;
}

/** Around the dots. */
const MARGIN = { left: 64, right: 24, top: 16, bottom: 48 };

/** Shorter times cannot be told from 0 on a scale of powers. */
const SHORTEST = 1e-4;

/** Lays out the rows that have both a time and an accuracy: time to the right, by powers of ten, accuracy upwards. */
export function layOutScatter(rows: readonly ComparedRow[], width: number, height: number): Scatter {
  const shown = rows.flatMap((row) =>
    row.seconds === null || row.accuracy === null
      ? []
      : [{ row, seconds: Math.max(SHORTEST, row.seconds), accuracy: row.accuracy }],
  );
  const right = Math.max(MARGIN.left + 1, width - MARGIN.right);
  const bottom = height - MARGIN.bottom;
  const times = shown.map(({ seconds }) => seconds);
  const x = makeScale({
    values: times.length === 0 ? [] : [Math.min(...times) / 1.3, Math.max(...times) * 1.3],
    range: [MARGIN.left, right],
    ticks: Math.max(2, Math.floor(width / 110)),
    isLog: true,
  });
  const y = makeScale({
    values: shown.map(({ accuracy }) => accuracy),
    range: [bottom, MARGIN.top],
    ticks: 5,
    isNice: true,
  });
  const dots = shown.map(({ row, seconds, accuracy }) => {
    const at = x.place(seconds);
    return { row, x: at, y: y.place(accuracy), isNameLeft: at > (MARGIN.left + right) / 2 };
  });
  return { dots, x, y, left: MARGIN.left, bottom };
}

import type { ComparedRow } from '../../protocol/webviews/comparison.js';
import { makeScale, type Scale } from '../shared/chart/scale.js';

/** A row in the picture. */
export interface Dot {
  readonly row: ComparedRow;
  readonly x: number;
  readonly y: number;
  /** On which side of it its name stands. */
  readonly side: 'left' | 'right';
  /** Whether there is room for its name beside the names and dots of the others. */
  readonly isNamed: boolean;
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

const DOT = 8;
/** From a dot to its name. */
export const NAME_GAP = 12;
const CHARACTER = 7.5;
const LINE = 16;

/** The shortest time on a logarithmic scale, in seconds. */
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
  const times = shown.map(({ seconds }) => seconds).sort((a, b) => a - b);
  const x = makeScale({
    values: times.length === 0 ? [] : [times[0] / 1.3, times[times.length - 1] * 1.3],
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
  const places = shown.map(({ row, seconds, accuracy }) => ({
    row,
    x: x.place(seconds),
    y: y.place(accuracy),
  }));
  return { dots: nameDots(places, [MARGIN.left, width]), x, y, left: MARGIN.left, bottom };
}

type Place = Pick<Dot, 'row' | 'x' | 'y'>;

/** A box: its left, upper, right and lower edges. */
type Box = readonly [left: number, top: number, right: number, bottom: number];

/** The most accurate ones are named first; a name that would lie on something else is left out. */
function nameDots(places: readonly Place[], [left, right]: readonly [number, number]): Dot[] {
  const taken: Box[] = places.map(({ x, y }) => [x - DOT, y - DOT, x + DOT, y + DOT]);
  const byAccuracy = [...places].sort((a, b) => a.y - b.y);
  return byAccuracy.map((place) => {
    const sides = place.x > (left + right) / 2 ? (['left', 'right'] as const) : (['right', 'left'] as const);
    const free = sides.find((side) => {
      const box = nameBox(place, side);
      return box[0] >= left && box[2] <= right && !taken.some((other) => overlap(box, other));
    });
    if (free !== undefined) taken.push(nameBox(place, free));
    return { ...place, side: free ?? sides[0], isNamed: free !== undefined };
  });
}

function nameBox({ row, x, y }: Place, side: Dot['side']): Box {
  const width = row.name.length * CHARACTER;
  const start = side === 'right' ? x + NAME_GAP : x - NAME_GAP - width;
  return [start, y - LINE / 2, start + width, y + LINE / 2];
}

function overlap(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

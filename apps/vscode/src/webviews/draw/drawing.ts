/** A point of a stroke: where, in parts of the surface's side, and how hard the pen is pressed (1 is as usual). */
export type StrokePoint = readonly [x: number, y: number, pressure: number];

/** What can be done to a drawing. Undo takes the last one back. */
export type DrawStep =
  | {
      readonly kind: 'stroke';
      readonly erases: boolean;
      /** In parts of the surface's side. */
      readonly width: number;
      readonly points: readonly StrokePoint[];
    }
  /** A cell of the keyboard's grid that is filled or emptied. */
  | { readonly kind: 'cell'; readonly erases: boolean; readonly column: number; readonly row: number }
  | { readonly kind: 'clear' };

/** What has been drawn, step by step. */
export type Drawing = readonly DrawStep[];

/** Cells of the keyboard's grid along a side. Two pixels of MNIST each: about as wide as its strokes. */
export const CELLS = 14;

/** Points are remembered to a ten-thousandth of the side. */
const GRAIN = 1e4;

/** Makes a point that is short to write down. */
export function strokePoint(x: number, y: number, pressure: number): StrokePoint {
  return [round(x), round(y), Math.round(pressure * 100) / 100];
}

/** How wide a pen is at a pressure, as a factor: a light touch is half as wide, a firm one half as wide again. */
export function pressureFactor(pointerType: string, pressure: number): number {
  return pointerType === 'pen' && pressure > 0 ? 0.5 + pressure : 1;
}

/** The drawing with another step; clearing what is clear is none. */
export function withStep(drawing: Drawing, step: DrawStep): Drawing {
  return step.kind === 'clear' && isClear(drawing) ? drawing : [...drawing, step];
}

/** The drawing without its last step. */
export function withoutLast(drawing: Drawing): Drawing {
  return drawing.slice(0, -1);
}

/** Whether nothing has been drawn since the drawing was last cleared. */
export function isClear(drawing: Drawing): boolean {
  return drawing.at(-1) === undefined || drawing.at(-1)?.kind === 'clear';
}

/** The steps that can be seen: those since the last clearing. */
export function visibleSteps(drawing: Drawing): Drawing {
  return drawing.slice(drawing.findLastIndex(({ kind }) => kind === 'clear') + 1);
}

/** The steps that are worth keeping when the page is hidden: the last ones, up to so many points. */
export function worthKeeping(drawing: Drawing, most = 20_000): Drawing {
  let points = 0;
  const first = drawing.findLastIndex((step) => {
    points += step.kind === 'stroke' ? step.points.length : 1;
    return points > most;
  });
  return drawing.slice(first + 1);
}

/**
 * Whether a cell of the keyboard's grid is more black than white.
 *
 * @param ink 0 to 255 at each place of the square drawing, row after row
 * @param size of the drawing
 * @param column of the cell
 * @param row of the cell
 */
export function isCellFilled(ink: ArrayLike<number>, size: number, column: number, row: number): boolean {
  const side = size / CELLS;
  const edge = (index: number): number => Math.round(index * side);
  let [sum, count] = [0, 0];
  for (let y = edge(row); y < edge(row + 1); y++) {
    for (let x = edge(column); x < edge(column + 1); x++) {
      sum += ink[y * size + x];
      count++;
    }
  }
  return sum > 127.5 * count;
}

/** Where a key moves the cell cursor to; undefined when it is no key for that. */
export function moveCell(
  cell: { column: number; row: number },
  key: string,
): { column: number; row: number } | undefined {
  const within = (index: number): number => Math.min(Math.max(index, 0), CELLS - 1);
  const { column, row } = cell;
  if (key === 'ArrowLeft') return { column: within(column - 1), row };
  if (key === 'ArrowRight') return { column: within(column + 1), row };
  if (key === 'ArrowUp') return { column, row: within(row - 1) };
  if (key === 'ArrowDown') return { column, row: within(row + 1) };
  if (key === 'Home') return { column: 0, row };
  if (key === 'End') return { column: CELLS - 1, row };
  return undefined;
}

function round(value: number): number {
  return Math.round(value * GRAIN) / GRAIN;
}

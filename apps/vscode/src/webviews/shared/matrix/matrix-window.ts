import { type VisibleRange, visibleItems } from '../virtual-scroll.js';

/** The rows and the columns of a matrix that are drawn. */
export interface MatrixWindow {
  readonly rows: VisibleRange;
  readonly columns: VisibleRange;
}

/** A matrix of more classes is drawn only where it is seen. */
export const WHOLE = 48;

/** Cells by which the window moves, so that not every pixel of scrolling draws something anew. */
const STEP = 8;

/** The visible part of a matrix, in pixels. */
export interface MatrixView {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The cells that are drawn: all of a small matrix, otherwise those that are seen and a few around them.
 *
 * @param view the visible part
 * @param pitch from one cell to the next, in pixels
 * @param size how many classes there are
 */
export function matrixWindow(view: MatrixView, pitch: number, size: number): MatrixWindow {
  if (size <= WHOLE) return { rows: { first: 0, end: size }, columns: { first: 0, end: size } };
  const around = (position: number, length: number): VisibleRange => {
    const { first, end } = visibleItems(position, length, pitch, size);
    return {
      first: Math.floor(first / STEP) * STEP,
      end: Math.min(size, Math.ceil(end / STEP) * STEP),
    };
  };
  return { rows: around(view.top, view.height), columns: around(view.left, view.width) };
}

/** The items of a range in their order, and one more that may lie outside it: the focused one, which Tab leads to. */
export function drawnItems({ first, end }: VisibleRange, focused: number | undefined): number[] {
  const items = Array.from({ length: end - first }, (_, i) => first + i);
  if (focused === undefined || (focused >= first && focused < end)) return items;
  return focused < first ? [focused, ...items] : [...items, focused];
}

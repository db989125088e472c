// Browsers cannot lay out elements of more than some 30 million pixels. What is longer is scrolled in proportion.

/** The longest element that is laid out, in pixels. */
export const LONGEST = 8_000_000;

/** How long the element is that makes the scroll bar. */
export function laidOutLength(total: number): number {
  return Math.min(total, LONGEST);
}

/**
 * Where a scroll bar stands for, in pixels of the whole.
 *
 * @param scrolled what the browser says
 * @param total length of the whole
 * @param viewport length of the visible range
 */
export function positionOf(scrolled: number, total: number, viewport: number): number {
  if (total <= LONGEST) return scrolled;
  return clamp((scrolled / (LONGEST - viewport)) * (total - viewport), 0, total - viewport);
}

/** The browser's scroll offset at which a position of the whole is visible; the inverse of `positionOf`. */
export function scrolledOf(position: number, total: number, viewport: number): number {
  if (total <= LONGEST) return position;
  return (position / (total - viewport)) * (LONGEST - viewport);
}

/** The visible items. */
export interface VisibleRange {
  readonly first: number;
  /** Behind the last. */
  readonly end: number;
}

/**
 * The items of equal length that are visible, in part or whole.
 *
 * @param position where the visible range begins
 * @param viewport its length
 * @param length of an item
 * @param count of items
 */
export function visibleItems(
  position: number,
  viewport: number,
  length: number,
  count: number,
): VisibleRange {
  const first = clamp(Math.floor(position / length), 0, count);
  return { first, end: clamp(Math.ceil((position + viewport) / length), first, count) };
}

/**
 * Where to scroll to make an item visible as a whole; the position itself when it is already.
 *
 * @param item the item's beginning and length
 * @param position where the visible range begins
 * @param viewport its length
 */
export function reveal(
  item: readonly [start: number, length: number],
  position: number,
  viewport: number,
): number {
  const [start, length] = item;
  if (start < position || length > viewport) return start;
  return start + length > position + viewport ? start + length - viewport : position;
}

/** A number within bounds; the lower one when they cross. */
export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { clamp, laidOutLength, LONGEST, positionOf, reveal, scrolledOf } from './virtual-scroll.js';

/** The visible range of a long element. */
export interface VirtualScroll {
  /** Where the visible range begins, in pixels of the whole. */
  readonly position: number;
  /** Length of the visible range; 0 before it is laid out. */
  readonly viewport: number;
  /** Length of the element that makes the scroll bar. */
  readonly spacer: number;
  /** Scrolls to a position. */
  readonly scrollTo: (position: number) => void;
  /** Scrolls as far as needed to make a range visible. */
  readonly show: (start: number, length: number) => void;
}

/** Which way is scrolled, and how the browser calls that. */
const AXES = {
  down: { scroll: 'scrollTop', size: 'clientHeight', delta: 'deltaY' },
  across: { scroll: 'scrollLeft', size: 'clientWidth', delta: 'deltaX' },
} as const;

/** Pixels of a line, for wheels that turn by lines. */
const LINE = 40;

/**
 * Follows an element's scroll bar along one way.
 *
 * @param element scrolls; holds an element of the length `spacer`
 * @param axis the way
 * @param total length of the whole
 * @param initial where to begin
 * @param margin pixels of the element where a fixed header lies
 */
export function useVirtualScroll(
  element: RefObject<HTMLElement | null>,
  axis: keyof typeof AXES,
  total: number,
  initial = 0,
  margin = 0,
): VirtualScroll {
  const { scroll, size, delta } = AXES[axis];
  const [viewport, setViewport] = useState(0);
  const [position, setPosition] = useState(initial);
  const latest = useRef({ position: initial, total, viewport: 0, set: -1 });
  latest.current.total = total;

  const moveTo = useCallback(
    (wanted: number) => {
      const state = latest.current;
      state.position = clamp(wanted, 0, Math.max(0, state.total - state.viewport));
      setPosition(state.position);
      if (element.current === null) return;
      element.current[scroll] = scrolledOf(state.position, state.total, state.viewport);
      state.set = element.current[scroll];
    },
    [element, scroll],
  );

  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const measure = (): void => {
      latest.current.viewport = Math.max(0, current[size] - margin);
      setViewport(latest.current.viewport);
    };
    const follow = (): void => {
      const state = latest.current;
      if (Math.abs(current[scroll] - state.set) < 1) return;
      state.set = -1;
      state.position = positionOf(current[scroll], state.total, state.viewport);
      setPosition(state.position);
    };
    const turn = (event: WheelEvent): void => {
      if (latest.current.total <= LONGEST || event.ctrlKey || event[delta] === 0) return;
      event.preventDefault();
      moveTo(latest.current.position + event[delta] * (event.deltaMode === 0 ? 1 : LINE));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    current.addEventListener('scroll', follow, { passive: true });
    current.addEventListener('wheel', turn, { passive: false });
    return () => {
      observer.disconnect();
      current.removeEventListener('scroll', follow);
      current.removeEventListener('wheel', turn);
    };
  }, [element, scroll, size, delta, margin, moveTo]);

  useLayoutEffect(() => {
    if (viewport > 0) moveTo(latest.current.position);
  }, [total, viewport, moveTo]);

  const show = useCallback(
    (start: number, length: number) => {
      const next = reveal([start, length], latest.current.position, latest.current.viewport);
      if (next !== latest.current.position) moveTo(next);
    },
    [moveTo],
  );
  return { position, viewport, spacer: laidOutLength(total), scrollTo: moveTo, show };
}

import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

import { type MatrixWindow, matrixWindow } from './matrix-window.js';

const NOTHING = { left: 0, top: 0, width: 0, height: 0 };

/**
 * The cells of a scrolled matrix that are drawn, again whenever others come into sight.
 *
 * @param scroller what the matrix is scrolled in
 * @param pitch from one cell to the next, in pixels
 * @param size how many classes there are
 */
export function useMatrixWindow(
  scroller: RefObject<HTMLElement | null>,
  pitch: number,
  size: number,
): MatrixWindow {
  const [drawn, setDrawn] = useState(() => matrixWindow(NOTHING, pitch, size));
  useLayoutEffect(() => {
    const { current } = scroller;
    if (current === null) return undefined;
    const look = (): void => {
      const { scrollLeft: left, scrollTop: top, clientWidth: width, clientHeight: height } = current;
      const next = matrixWindow({ left, top, width, height }, pitch, size);
      setDrawn((before) => (isSame(before, next) ? before : next));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(current);
    current.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      current.removeEventListener('scroll', look);
    };
  }, [scroller, pitch, size]);
  return drawn;
}

function isSame(one: MatrixWindow, other: MatrixWindow): boolean {
  return (['rows', 'columns'] as const).every(
    (way) => one[way].first === other[way].first && one[way].end === other[way].end,
  );
}

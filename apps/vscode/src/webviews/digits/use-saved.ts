import { useEffect, useRef } from 'preact/hooks';

import type { DigitsState } from './state.js';

/** So long after the last move it is kept where the page was scrolled to, in milliseconds. */
const SAVE_DELAY_MS = 100;

/**
 * Keeps a state whenever it changes, and where the page is scrolled to when that rests.
 *
 * @returns what is to be called at each move
 */
export function useSaved(
  state: DigitsState,
  save: (state: DigitsState) => void,
): (above: number | undefined) => void {
  const latest = useRef({ state, above: state.above, timer: 0 });
  latest.current.state = state;
  const keep = (): void => save({ ...latest.current.state, above: latest.current.above });
  useEffect(keep, [state]);
  return (above) => {
    window.clearTimeout(latest.current.timer);
    latest.current.above = above;
    latest.current.timer = window.setTimeout(keep, SAVE_DELAY_MS);
  };
}

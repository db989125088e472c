import { useRef } from 'preact/hooks';

import { type Load, useLoad } from '../shared/use-load.js';

/**
 * Loads something as `useLoad` does, and gives what was loaded before until the next is there.
 *
 * @returns the state, what loads again, and whether something is awaited
 */
export function useLast<T>(
  load: (signal: AbortSignal) => Promise<T>,
): [Load<T>, retry: () => void, isAwaited: boolean] {
  const [loaded, retry] = useLoad(load);
  const last = useRef<Load<T>>(loaded);
  if (loaded.state !== 'loading') last.current = loaded;
  const isAwaited = loaded.state === 'loading';
  return [isAwaited && last.current.state === 'loaded' ? last.current : loaded, retry, isAwaited];
}

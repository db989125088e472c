import { useCallback, useEffect, useState } from 'preact/hooks';
import { errorMessage } from '@tenfold/core';

/** The state of something that is loaded. */
export type Load<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'loaded'; readonly value: T }
  | { readonly state: 'failed'; readonly message: string };

/**
 * Loads something, and again when asked to.
 *
 * @param load gives it; cancelled when the component goes or loads again. Must stay the same function between renders
 */
export function useLoad<T>(load: (signal: AbortSignal) => Promise<T>): [Load<T>, retry: () => void] {
  const [loaded, setLoaded] = useState<Load<T>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    setLoaded({ state: 'loading' });
    load(controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) setLoaded({ state: 'loaded', value });
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        setLoaded({ state: 'failed', message: errorMessage(error) });
      },
    );
    return () => controller.abort();
  }, [load, attempt]);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  return [loaded, retry];
}

import { Problem } from './problem.js';
import type { Load } from './use-load.js';

/** What `LoadState` shows. */
export interface LoadStateProps {
  readonly loaded: Load<unknown>;
  /** What is being done, in words. */
  readonly waiting: string;
  readonly retry: () => void;
}

/** Says that something is being loaded, or why it cannot be had; nothing once it is there. */
export function LoadState({ loaded, waiting, retry }: LoadStateProps) {
  if (loaded.state === 'failed') return <Problem message={loaded.message} retry={retry} />;
  if (loaded.state === 'loaded') return null;
  return (
    <p class="hint" role="status">
      {waiting}
    </p>
  );
}

import type { ComponentChildren } from 'preact';

import { t } from './text.js';

/** A problem as a page shows it. */
export interface ProblemProps {
  /** A sentence. */
  readonly message: string;
  /** What the page is about, where it shows nothing else. */
  readonly title?: string | undefined;
  /** Tries it again. */
  readonly retry?: (() => void) | undefined;
  /** Other buttons that help. */
  readonly children?: ComponentChildren;
  /** Whether nothing failed, and there is only nothing to show. */
  readonly isMild?: boolean;
}

/** What went wrong, in a sentence, with the buttons that help. */
export function Problem({ message, title, retry, children, isMild = false }: ProblemProps) {
  return (
    <>
      {title !== undefined && <h1 class="problem-title">{title}</h1>}
      <div class={isMild ? 'problem mild' : 'problem'} role={isMild ? undefined : 'alert'}>
        <p>{message}</p>
        {children}
        {retry !== undefined && (
          <button type="button" class="secondary" onClick={retry}>
            {t('Try Again')}
          </button>
        )}
      </div>
    </>
  );
}

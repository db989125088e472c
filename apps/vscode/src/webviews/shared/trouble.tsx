import type { ComponentChildren } from 'preact';

/** What a page says instead of a picture. */
export interface TroubleProps {
  /** What the page is about. */
  readonly title?: string | undefined;
  /** A sentence. */
  readonly reason: string;
  /** Buttons that help. */
  readonly children?: ComponentChildren;
  /** Nothing has gone wrong; there is only nothing to show. */
  readonly isMild?: boolean;
}

/** A sentence about what is wrong, and the buttons that help. */
export function Trouble({ title, reason, children, isMild = false }: TroubleProps) {
  return (
    <>
      {title !== undefined && <h1 class="trouble-title">{title}</h1>}
      <div class={isMild ? 'trouble mild' : 'trouble'} role={isMild ? undefined : 'alert'}>
        <p>{reason}</p>
        <div class="trouble-buttons">{children}</div>
      </div>
    </>
  );
}

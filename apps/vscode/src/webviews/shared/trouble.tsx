import type { ComponentChildren } from 'preact';

/** What a page says instead of a picture. */
export interface TroubleProps {
  /** A sentence. */
  readonly reason: string;
  /** Buttons that help. */
  readonly children?: ComponentChildren;
  /** Nothing has gone wrong; there is only nothing to show. */
  readonly isMild?: boolean;
}

/** A sentence about what is wrong, and the buttons that help. */
export function Trouble({ reason, children, isMild = false }: TroubleProps) {
  return (
    <div class={isMild ? 'trouble mild' : 'trouble'} role={isMild ? undefined : 'alert'}>
      <p>{reason}</p>
      <div class="trouble-buttons">{children}</div>
    </div>
  );
}

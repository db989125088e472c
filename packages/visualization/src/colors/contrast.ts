import chroma from 'chroma-js';

import { INK } from './palette.js';

/** The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(first: string, second: string): number {
  return chroma.contrast(first, second);
}

/** The least contrast of text that WCAG 2.2 accepts at level AA. */
const READABLE = 4.5;

/**
 * The ink for a background: our own dark one, white or black, the first that is readable. One of the three
 * always is: where white has less than 4.5:1, black has more.
 */
export function readableInk(background: string): string {
  const isReadable = (ink: string): boolean => contrast(background, ink) >= READABLE;
  return [INK, '#ffffff'].find(isReadable) ?? '#000000';
}

/** The ink that seaborn writes on a background: dark grey above a relative luminance of 0.408, white up to it. */
export function seabornInk(background: string): string {
  return chroma(background).luminance() > 0.408 ? '#262626' : '#ffffff';
}

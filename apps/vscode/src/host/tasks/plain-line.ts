import { plainText } from '@tenfold/core';

/** A text as one line of a terminal: nothing in it moves the cursor, changes colours or rings. */
export function plainLine(text: string): string {
  return plainText(text.replace(/\s*[\r\n]+\s*/g, ' '));
}

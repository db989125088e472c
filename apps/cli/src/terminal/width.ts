import type { WriteStream } from 'node:tty';

const defaultWidth = 80;
const minWidth = 20;
const maxWidth = 1000;

/**
 * The width of a stream in cells, from 20 to 1000. What is no terminal counts as 80 wide, and so does a terminal that
 * does not know its width and says 0 or 1.
 */
export function widthOf({ isTTY, columns }: Partial<Pick<WriteStream, 'isTTY' | 'columns'>>): number {
  if (isTTY !== true || columns === undefined || !(columns > 1)) return defaultWidth;
  return Math.min(maxWidth, Math.max(minWidth, Math.floor(columns)));
}

import type { ArrayEntryFacts, ArrayFileFacts } from '../../protocol/webviews/array.js';

/** What the page keeps of itself. */
export interface ArrayState {
  /** The array's place in the file. */
  readonly entry: number;
  /** Whether images are shown as a table of numbers, or a table's rows as images; undefined for what fits the array. */
  readonly asImages?: boolean | undefined;
  readonly tile: number;
  /** The row or the image that has the focus, and the column. */
  readonly row: number;
  readonly column: number;
}

/** A page that was never shown. */
export const FIRST: ArrayState = { entry: 0, tile: 56, row: 0, column: 0 };

/** What was kept, as far as it can still be used with a file. */
export function keptState(saved: Partial<ArrayState> | undefined, file: ArrayFileFacts): ArrayState {
  const entry = saved?.entry ?? 0;
  return entry < file.entries.length ? { ...FIRST, ...saved } : FIRST;
}

/** Whether an array is shown as images. */
export function showsImages({ kind, images }: ArrayEntryFacts, { asImages }: ArrayState): boolean {
  return images !== null && images.count > 0 && (asImages ?? kind === 'images');
}

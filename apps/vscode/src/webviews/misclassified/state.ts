import type { MistakesFilter } from './mistakes-view.js';

/** What the page keeps of itself. */
export interface GalleryState {
  readonly filter: MistakesFilter;
  readonly isTable: boolean;
  /** The row that has the focus, and whether it is shown large. */
  readonly row: number;
  readonly isLarge: boolean;
}

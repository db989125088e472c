import type { Drawing } from './drawing.js';

/** What the page keeps of itself. */
export interface BoardState {
  readonly drawing: Drawing;
  readonly erases: boolean;
  readonly width: number;
  readonly maximum?: number | undefined;
}

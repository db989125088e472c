import { clamp } from '../shared/virtual-scroll.js';
import { ALL, type DigitsFilter } from './digits-view.js';

/** What the page keeps of itself. */
export interface DigitsState {
  readonly filter: DigitsFilter;
  readonly tile: number;
  readonly isTable: boolean;
  /** The row that has the focus. */
  readonly row: number;
  /** How many images lie above the visible range, if it was scrolled. */
  readonly above?: number | undefined;
}

/** The state of a page that was never shown: small images are shown larger, so that all are about as large. */
export function firstState(side: number, hasRun: boolean): DigitsState {
  const tile = clamp(Math.round(48 / side) * side, 32, 96);
  return { filter: { ...ALL, testedOnly: hasRun }, tile, isTable: false, row: 0 };
}

/** What was kept, as far as it can still be used. */
export function keptState(saved: Partial<DigitsState> | undefined, first: DigitsState): DigitsState {
  if (saved === undefined) return first;
  const { tile, isTable, row, above } = saved;
  return {
    filter: { ...first.filter, ...saved.filter },
    tile: typeof tile === 'number' ? tile : first.tile,
    isTable: isTable ?? first.isTable,
    row: typeof row === 'number' ? row : first.row,
    ...(typeof above === 'number' && { above }),
  };
}

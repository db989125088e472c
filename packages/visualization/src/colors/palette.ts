/** Ten hues of at least 4.5:1 on white, neighbours far apart also for colour-blind eyes. */
const SERIES: readonly string[] = [
  '#1f6fb4',
  '#cb460b',
  '#12805c',
  '#a8318f',
  '#856600',
  '#6a4fc3',
  '#c2255c',
  '#0b7f93',
  '#5c6470',
  '#4d7c0f',
];

const DASHES: readonly (readonly number[])[] = [[], [6, 3], [2, 3]];

/** The inks of every picture of our own style. */
export const INK = '#1c2430';
/** Axis labels and remarks. */
export const MUTED_INK = '#56606e';
/** Grid lines and frames. */
export const FAINT = '#dde2e9';
/** Paper. */
export const PAPER = '#ffffff';
/** The colour of a single series. */
export const ACCENT = SERIES[0];

/** Colour and dash of the n-th series: ten colours, then the same ones dashed, then dotted. */
export function seriesStyle(index: number): { color: string; dash: readonly number[] } {
  const cycle = Math.floor(index / SERIES.length);
  return { color: SERIES[index % SERIES.length], dash: DASHES[cycle % DASHES.length] };
}

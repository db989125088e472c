import chroma from 'chroma-js';

/** A colour map: a number from 0 to 1 becomes `#rrggbb`; below and above, the ends. NaN counts as 0. */
export type ColorMap = (position: number) => string;

/** matplotlib looks colours up in a table of this many steps. */
const TABLE_SIZE = 256;

/** ColorBrewer's nine Blues, light to dark: matplotlib's and seaborn's "Blues". */
export const BLUES: readonly string[] = chroma.brewer.Blues;

/** ColorBrewer's nine pastel tints: matplotlib's "Pastel1". */
export const PASTEL1: readonly string[] = chroma.brewer.Pastel1;

/**
 * A continuous map through evenly spaced colours, interpolated linearly in RGB and looked up in 256 steps, as
 * matplotlib's LinearSegmentedColormap does: the same colour for the same number.
 */
export function continuousMap(colors: readonly string[]): ColorMap {
  const scale = chroma.scale([...colors]).mode('rgb');
  const table = Array.from({ length: TABLE_SIZE }, (_, step) => scale(step / (TABLE_SIZE - 1)).hex());
  return listedMap(table);
}

/** A map in equal steps, one a colour, as matplotlib's ListedColormap does. */
function listedMap(colors: readonly string[]): ColorMap {
  return (position) => {
    const step = Math.floor(position * colors.length);
    return colors[Math.min(Math.max(step, 0), colors.length - 1) || 0];
  };
}

/** seaborn's "Blues_r": dark for little, light for much. */
export const bluesReversed = continuousMap([...BLUES].reverse());

/** matplotlib's "Pastel1" as `imshow` uses it: nine bands. */
export const pastel1 = listedMap(PASTEL1);

const redBlueScale = chroma.scale(chroma.brewer.RdBu).mode('rgb');

/** Of an odd number of steps one is the exact middle. */
const RED_BLUE_STEPS = 1025;
const redBlueTable = Array.from({ length: RED_BLUE_STEPS }, (_, step) =>
  Uint8Array.from(redBlueScale(step / (RED_BLUE_STEPS - 1)).rgb()),
);

/**
 * Red, green and blue of a weight below or above zero, from red through white to blue: ColorBrewer's RdBu. Unlike
 * matplotlib's 256 steps, these have an exact middle.
 *
 * @param position 0 is red, 0.5 white, 1 blue; below and above, the ends
 */
export function redBlueBytes(position: number): Uint8Array {
  const step = Math.round(Math.min(Math.max(position, 0), 1) * (RED_BLUE_STEPS - 1));
  return redBlueTable[step];
}

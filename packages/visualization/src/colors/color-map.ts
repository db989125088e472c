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

/**
 * Red through white to blue, for weights below and above zero: ColorBrewer's RdBu, without matplotlib's steps, which
 * have no exact middle.
 */
export const redBlue: ColorMap = (position) => redBlueScale(position).hex();

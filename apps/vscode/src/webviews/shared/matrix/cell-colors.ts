import { type Color, contrast, mix, parseColor, readableInk } from '../color/color.js';
import type { ThemeColors } from '../color/theme-colors.js';
import { cellValue, type MatrixData, type Normalization } from './matrix-data.js';

/** How a matrix is drawn: in the theme's colours, or as the tutorial's two pictures. */
export type MatrixStyle = 'theme' | 'seaborn' | 'matplotlib';

/** A cell's background and the ink on it. */
export interface CellColors {
  readonly fill: Color;
  readonly ink: Color;
}

const hex = (text: string): Color => parseColor(text) ?? [0, 0, 0];
const steps = (text: string): readonly Color[] => text.split(' ').map(hex);

/** ColorBrewer's Blues, the darkest first: seaborn's "Blues_r". */
export const BLUES_REVERSED = steps(
  '#08306b #08519c #2171b5 #4292c6 #6baed6 #9ecae1 #c6dbef #deebf7 #f7fbff',
);

/** ColorBrewer's pastel tints: matplotlib's "Pastel1". */
export const PASTEL1 = steps('#fbb4ae #b3cde3 #ccebc5 #decbe4 #fed9a6 #ffffcc #e5d8bd #fddaec #f2f2f2');

const PAPER_INK: Color = [0, 0, 0];
const SEABORN_INKS: readonly Color[] = [
  [38, 38, 38],
  [255, 255, 255],
];

/** With less contrast black or white is taken, so that cells of nearly the same colour have the same ink. */
const CLEAR = 5.5;

/** Steps of matplotlib's colour tables. */
const TABLE_STEPS = 255;

/**
 * Gives each cell its colours. In the theme's style a cell is coloured by its share of its class: in one hue where the
 * model was right, in another where it was wrong, there by the square root, so that one in a hundred is seen.
 */
export function cellColors(
  style: MatrixStyle,
  data: MatrixData,
  normalization: Normalization,
  theme: ThemeColors,
): (row: number, column: number) => CellColors {
  if (style === 'theme') return (row, column) => themed(data, normalization, theme, row, column);
  const [low, high] = valueRange(data, normalization);
  return (row, column) => {
    const value = cellValue(data, normalization, row, column);
    const position = high > low ? (value - low) / (high - low) : 0;
    if (style === 'matplotlib') return { fill: band(PASTEL1, position), ink: PAPER_INK };
    const fill = gradient(BLUES_REVERSED, position);
    return { fill, ink: readableInk(fill, ...SEABORN_INKS) };
  };
}

/** The least and the greatest value of a matrix. */
export function valueRange(data: MatrixData, normalization: Normalization): [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (let row = 0; row < data.counts.length; row++) {
    for (let column = 0; column < data.counts.length; column++) {
      const value = cellValue(data, normalization, row, column);
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return [low, high];
}

function themed(
  data: MatrixData,
  normalization: Normalization,
  theme: ThemeColors,
  row: number,
  column: number,
): CellColors {
  const share = cellValue(data, normalization === 'predicted' ? 'predicted' : 'actual', row, column);
  const { background, foreground, muted } = theme;
  if (share === 0) return { fill: background, ink: muted };
  const isRight = row === column;
  const amount = isRight ? 0.15 + 0.85 * share : 0.2 + 0.8 * Math.sqrt(share);
  const fill = mix(background, isRight ? theme.right : theme.wrong, amount);
  return { fill, ink: contrast(fill, foreground) >= CLEAR ? foreground : readableInk(fill) };
}

function gradient(colors: readonly Color[], position: number): Color {
  const place = (Math.round(position * TABLE_STEPS) / TABLE_STEPS) * (colors.length - 1);
  const step = Math.min(Math.floor(place), colors.length - 2);
  return mix(colors[step], colors[step + 1], place - step);
}

function band(colors: readonly Color[], position: number): Color {
  return colors[Math.min(Math.floor(position * colors.length), colors.length - 1)];
}

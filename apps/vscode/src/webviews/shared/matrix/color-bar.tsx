import { formatCount } from '@tenfold/core';

import { cssColor } from '../color/color.js';
import { BLUES_REVERSED, PASTEL1, valueRange } from './cell-colors.js';
import type { MatrixData, Normalization } from './matrix-data.js';

const TICKS = 5;

interface ColorBarProps {
  readonly data: MatrixData;
  readonly style: 'seaborn' | 'matplotlib';
  readonly normalization: Normalization;
}

/** Tells which colour is which value, as the tutorial's pictures do. Screen readers have the values themselves. */
export function ColorBar({ data, style, normalization }: ColorBarProps) {
  const [low, high] = valueRange(data, normalization);
  const ticks = Array.from({ length: TICKS }, (_, i) => high - ((high - low) * i) / (TICKS - 1));
  return (
    <div class="matrix-bar" aria-hidden="true">
      <div class="matrix-bar-colors" style={{ backgroundImage: background(style) }} />
      <div class="matrix-bar-ticks">
        {ticks.map((value) => (
          <span>{normalization === 'counts' ? formatCount(Math.round(value)) : value.toFixed(2)}</span>
        ))}
      </div>
    </div>
  );
}

function background(style: 'seaborn' | 'matplotlib'): string {
  const colors = style === 'seaborn' ? BLUES_REVERSED : PASTEL1;
  const stops =
    style === 'seaborn'
      ? colors.map(cssColor)
      : colors.map(
          (color, i) =>
            `${cssColor(color)} ${(100 * i) / colors.length}% ${(100 * (i + 1)) / colors.length}%`,
        );
  return `linear-gradient(to top, ${stops.join(', ')})`;
}

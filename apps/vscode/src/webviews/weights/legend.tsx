import { useMemo } from 'preact/hooks';

import { type DivergingColors, divergingPixels } from '../shared/diverging-colors.js';
import { PixelCanvas } from '../shared/pixel-canvas.js';
import { t } from '../shared/text.js';
import { signed } from './weights-view.js';

/** What the legend tells. */
export interface LegendProps {
  readonly colors: DivergingColors;
  /** What has the full colour. */
  readonly limit: number;
  /** What the ends mean. */
  readonly below: string;
  readonly above: string;
}

/** Steps of the legend's strip; an odd number, so that one of them is 0. */
const STEPS = 121;
const RAMP = Float64Array.from({ length: STEPS }, (_, i) => (2 * i) / (STEPS - 1) - 1);

/** The scale of a picture of weights: as far below 0 as above. */
export function Legend({ colors, limit, below, above }: LegendProps) {
  const pixels = useMemo(() => divergingPixels(RAMP, 1, colors), [colors]);
  return (
    <div class="legend">
      <div class="legend-strip">
        <PixelCanvas
          columns={STEPS}
          rows={1}
          pixels={pixels}
          scale={2}
          label={t('Scale from {0} to {1}, 0 in the middle', signed(-limit), signed(limit))}
        />
      </div>
      <div class="legend-ends" aria-hidden="true">
        <span>{signed(-limit)}</span>
        <span>0</span>
        <span>{signed(limit)}</span>
      </div>
      <div class="legend-ends hint">
        <span>{below}</span>
        <span>{above}</span>
      </div>
    </div>
  );
}

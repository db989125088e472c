import { useMemo } from 'preact/hooks';

import { type DivergingColors, divergingPixels } from '../shared/diverging-colors.js';
import { LEGEND_STEPS, LegendStrip } from '../shared/legend-strip.js';
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

const RAMP = Float64Array.from({ length: LEGEND_STEPS }, (_, i) => (2 * i) / (LEGEND_STEPS - 1) - 1);

/** The scale of a picture of weights: as far below 0 as above. */
export function Legend({ colors, limit, below, above }: LegendProps) {
  const pixels = useMemo(() => divergingPixels(RAMP, 1, colors), [colors]);
  const [low, high] = [signed(-limit), signed(limit)];
  return (
    <LegendStrip
      pixels={pixels}
      label={t('Scale from {0} to {1}, 0 in the middle', low, high)}
      numbers={[low, '0', high]}
    >
      <div class="legend-ends hint">
        <span>{below}</span>
        <span>{above}</span>
      </div>
    </LegendStrip>
  );
}

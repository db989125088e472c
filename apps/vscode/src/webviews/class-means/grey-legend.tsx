import { LEGEND_STEPS, LegendStrip } from '../shared/legend-strip.js';
import { greyPixels } from '../shared/pixel-canvas-pixels.js';
import { t } from '../shared/text.js';
import { type Bounds, shortNumber } from './figure-view.js';

const RAMP = greyPixels(
  Float64Array.from({ length: LEGEND_STEPS }, (_, i) => i / (LEGEND_STEPS - 1)),
  1,
);

/** The scale of grey pictures: from black to white. */
export function GreyLegend({ bounds: { lowest, highest } }: { readonly bounds: Bounds }) {
  const [low, high] = [shortNumber(lowest), shortNumber(highest)];
  return (
    <LegendStrip
      pixels={RAMP}
      label={t('Scale from {0}, black, to {1}, white', low, high)}
      numbers={[low, high]}
    />
  );
}

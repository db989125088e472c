import { PixelCanvas } from '../shared/pixel-canvas.js';
import { greyPixels } from '../shared/pixel-canvas-pixels.js';
import { t } from '../shared/text.js';
import { type Bounds, shortNumber } from './figure-view.js';

/** Steps of the legend's strip. */
const STEPS = 121;
const RAMP = greyPixels(
  Float64Array.from({ length: STEPS }, (_, i) => i / (STEPS - 1)),
  1,
);

/** The scale of grey pictures: from black to white. */
export function GreyLegend({ bounds: { lowest, highest } }: { readonly bounds: Bounds }) {
  const [low, high] = [shortNumber(lowest), shortNumber(highest)];
  return (
    <div class="legend">
      <div class="legend-strip">
        <PixelCanvas
          columns={STEPS}
          rows={1}
          pixels={RAMP}
          scale={2}
          label={t('Scale from {0}, black, to {1}, white', low, high)}
        />
      </div>
      <div class="legend-ends" aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </div>
    </div>
  );
}

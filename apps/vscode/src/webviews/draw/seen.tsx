import { useMemo } from 'preact/hooks';

import { PixelCanvas } from '../shared/pixel-canvas.js';
import { greyPixels, pixelScale } from '../shared/pixel-canvas-pixels.js';
import { t } from '../shared/text.js';
import type { ImageForm } from './model-image.js';

/** What the model sees. */
export interface SeenProps {
  readonly image: Float64Array | undefined;
  readonly form: ImageForm;
  readonly isDigits: boolean;
}

/** CSS pixels that the image is about wide. */
const WIDTH = 112;

/** The image that is made of the drawing, as the model sees it. */
export function Seen({ image, form, isDigits }: SeenProps) {
  const { side, maximum } = form;
  const pixels = useMemo(
    () => greyPixels(image ?? new Float64Array(side * side), maximum),
    [image, side, maximum],
  );
  const description = isDigits
    ? t(
        'Cut out, made 32 pixels high, and its black pixels counted in blocks of 4 × 4, as the digits data set was.',
      )
    : t(
        'Cut out, scaled to fit {0} × {0} pixels, and centred by its mass, as MNIST was.',
        Math.round((side * 20) / 28),
      );
  return (
    <figure class="draw-seen">
      <PixelCanvas
        columns={side}
        rows={side}
        pixels={pixels}
        scale={pixelScale(side, WIDTH)}
        label={t('What the model sees: {0} × {0} pixels', side)}
      />
      <figcaption title={description}>
        {t('What the model sees')}
        <span class="visually-hidden">{description}</span>
      </figcaption>
    </figure>
  );
}

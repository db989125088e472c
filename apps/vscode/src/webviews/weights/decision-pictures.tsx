import { useMemo, useState } from 'preact/hooks';

import { type Contributions, symmetricLimit } from '../../model/contributions.js';
import { useThemeColors } from '../shared/color/use-theme-colors.js';
import { divergingColors, divergingPixels } from '../shared/diverging-colors.js';
import { PixelCanvas } from '../shared/pixel-canvas.js';
import { greyPixels, pixelScale } from '../shared/pixel-canvas-pixels.js';
import { t } from '../shared/text.js';
import { Legend } from './legend.js';
import { signed } from './weights-view.js';

/** What the pictures show. */
export interface DecisionPicturesProps {
  readonly shape: readonly [number, number];
  readonly pixels: Float64Array;
  /** The value of white. */
  readonly maximum: number;
  /** What the pixels add to the class that the image is taken for, and to another. */
  readonly first: Contributions;
  readonly second: Contributions;
  readonly names: readonly [string, string];
}

/** CSS pixels that a picture is about wide. */
const WIDTH = 168;

/** An image, what its pixels add to two classes, and the difference. */
export function DecisionPictures(props: DecisionPicturesProps) {
  const { shape, pixels, maximum, first, second, names } = props;
  const [rows, columns] = shape;
  const [cursor, setCursor] = useState<number>();
  const { background } = useThemeColors();
  const colors = useMemo(() => divergingColors(background), [background.join()]);
  const { limit, pictures } = useMemo(() => {
    const apart = first.pixels.map((value, i) => value - second.pixels[i]);
    const most = symmetricLimit(first.pixels, second.pixels, apart);
    const made = [
      { title: t('The image'), rgba: greyPixels(pixels, maximum) },
      { title: t('Adds to {0}', names[0]), rgba: divergingPixels(first.pixels, most, colors) },
      { title: t('Adds to {0}', names[1]), rgba: divergingPixels(second.pixels, most, colors) },
      { title: t('{0} less {1}', ...names), rgba: divergingPixels(apart, most, colors) },
    ];
    return { limit: most, pictures: made };
  }, [first, second, pixels, maximum, colors]);
  return (
    <>
      <div class="weight-images-head">
        <Legend colors={colors} limit={limit} below={t('takes away')} above={t('adds')} />
        <p class="readout">
          {cursor === undefined ? (
            <span class="hint">{t('Point at a pixel to read what it adds.')}</span>
          ) : (
            describePixel(cursor, props)
          )}
        </p>
      </div>
      <div class="weight-grid">
        {pictures.map(({ title, rgba }) => (
          <figure key={title} class="weight-figure">
            <figcaption title={title}>{title}</figcaption>
            <PixelCanvas
              columns={columns}
              rows={rows}
              pixels={rgba}
              scale={pixelScale(columns, WIDTH)}
              label={title}
              cursor={cursor}
              onCursor={setCursor}
            />
          </figure>
        ))}
      </div>
      <p class="visually-hidden" aria-live="polite">
        {cursor === undefined ? '' : describePixel(cursor, props)}
      </p>
    </>
  );
}

function describePixel(
  pixel: number,
  { shape, pixels, first, second, names }: DecisionPicturesProps,
): string {
  const [, columns] = shape;
  return t(
    'Row {0}, column {1}, value {2}: {3} for {4}, {5} for {6}',
    Math.floor(pixel / columns) + 1,
    (pixel % columns) + 1,
    Number(pixels[pixel].toPrecision(4)),
    signed(first.pixels[pixel]),
    names[0],
    signed(second.pixels[pixel]),
    names[1],
  );
}

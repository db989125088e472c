import { useMemo, useState } from 'preact/hooks';

import { isBinary, symmetricLimit } from '../../model/contributions.js';
import type { ModelWeights } from '../../protocol/webviews/model.js';
import { useThemeColors } from '../shared/color/use-theme-colors.js';
import { divergingColors, divergingPixels } from '../shared/diverging-colors.js';
import { PixelCanvas } from '../shared/pixel-canvas.js';
import { pixelScale } from '../shared/pixel-canvas-pixels.js';
import { t } from '../shared/text.js';
import { Legend } from './legend.js';
import { signed } from './weights-view.js';

/** What the pictures show. */
export interface WeightImagesProps {
  readonly weights: ModelWeights;
  /** Height and width of the images. */
  readonly shape: readonly [number, number];
  /** CSS pixels that a picture is about wide. */
  readonly width?: number;
}

/** The weights of each class as a picture, all on one scale with 0 in its middle. */
export function WeightImages({ weights, shape, width = 140 }: WeightImagesProps) {
  const { coef, intercept, classes } = weights;
  const [rows, columns] = shape;
  const [cursor, setCursor] = useState<{ row: number; pixel: number }>();
  const { background } = useThemeColors();
  const colors = useMemo(() => divergingColors(background), [background.join()]);
  const limit = useMemo(() => symmetricLimit(coef), [coef]);
  const pictures = useMemo(
    () =>
      Array.from(intercept, (_, row) => {
        const values = coef.subarray(row * rows * columns, (row + 1) * rows * columns);
        return divergingPixels(values, limit, colors);
      }),
    [coef, intercept, limit, colors, rows, columns],
  );
  const ofTwo = isBinary(weights);
  const nameOf = (row: number): string => String(classes[ofTwo ? 1 : row]);
  const at = cursor && { ...cursor, value: coef[cursor.row * rows * columns + cursor.pixel] };
  return (
    <div class="weight-images">
      <div class="weight-images-head">
        <Legend
          colors={colors}
          limit={limit}
          below={ofTwo ? t('speaks for {0}', classes[0]) : t('speaks against')}
          above={ofTwo ? t('speaks for {0}', classes[1]) : t('speaks for the class')}
        />
        <p class="readout">
          {at === undefined ? (
            <span class="hint">
              {t('Point at a pixel, or move there with the arrow keys, to read its weight.')}
            </span>
          ) : (
            <>
              {t(
                'Class {0}, row {1}, column {2}:',
                nameOf(at.row),
                Math.floor(at.pixel / columns) + 1,
                (at.pixel % columns) + 1,
              )}{' '}
              <b>{signed(at.value)}</b>
            </>
          )}
        </p>
      </div>
      <div class="weight-grid">
        {pictures.map((pixels, row) => (
          <figure key={row} class="weight-figure">
            <figcaption title={nameOf(row)}>
              {ofTwo ? t('{0} against {1}', classes[1], classes[0]) : nameOf(row)}
            </figcaption>
            <PixelCanvas
              columns={columns}
              rows={rows}
              pixels={pixels}
              scale={pixelScale(columns, width)}
              label={t('Weights of class {0}', nameOf(row))}
              cursor={cursor?.row === row ? cursor.pixel : undefined}
              onCursor={(pixel) => setCursor(pixel === undefined ? undefined : { row, pixel })}
            />
          </figure>
        ))}
      </div>
      <p class="visually-hidden" aria-live="polite">
        {at === undefined
          ? ''
          : t(
              'Row {0}, column {1}: {2}',
              Math.floor(at.pixel / columns) + 1,
              (at.pixel % columns) + 1,
              signed(at.value),
            )}
      </p>
    </div>
  );
}

import { useMemo, useState } from 'preact/hooks';

import type { ClassFigure, ClassMeans } from '../../protocol/webviews/class-means.js';
import { cleanLabel } from '../shared/clean-label.js';
import { useThemeColors } from '../shared/color/use-theme-colors.js';
import { divergingColors, divergingPixels } from '../shared/diverging-colors.js';
import { PixelCanvas } from '../shared/pixel-canvas.js';
import { greyPixels, pixelScale } from '../shared/pixel-canvas-pixels.js';
import { t } from '../shared/text.js';
import { Legend } from '../weights/legend.js';
import { boundsOf, placeBetween, shortNumber } from './figure-view.js';
import { GreyLegend } from './grey-legend.js';

/** What the pictures show. */
export interface FigureImagesProps {
  readonly means: ClassMeans;
  readonly figure: ClassFigure;
  /** Height and width of the images. */
  readonly shape: readonly [number, number];
}

/** CSS pixels that a picture is about wide. */
const WIDTH = 140;

/** A figure of each class as a picture, all on one scale. */
export function FigureImages({ means, figure, shape }: FigureImagesProps) {
  const { classes } = means;
  const [rows, columns] = shape;
  const size = rows * columns;
  const [cursor, setCursor] = useState<{ classNumber: number; pixel: number }>();
  const { background } = useThemeColors();
  const colors = useMemo(() => divergingColors(background), [background.join()]);
  const bounds = useMemo(() => boundsOf(figure), [figure]);
  const pictures = useMemo(() => {
    const place = placeBetween(bounds);
    return classes.map((_, k) => {
      const values = figure.values.subarray(k * size, (k + 1) * size);
      return bounds.isDiverging
        ? divergingPixels(values, bounds.highest, colors)
        : greyPixels(values.map(place), 1);
    });
  }, [figure, bounds, colors, classes, size]);
  const pointed = cursor && describe(cursor.pixel, columns);
  const value = cursor && shortNumber(figure.values[cursor.classNumber * size + cursor.pixel]);
  return (
    <div class="weight-images">
      <div class="weight-images-head">
        {bounds.isDiverging ? (
          <Legend colors={colors} limit={bounds.highest} below={t('below 0')} above={t('above 0')} />
        ) : (
          <GreyLegend bounds={bounds} />
        )}
        <p class="readout">
          {cursor === undefined || pointed === undefined ? (
            <span class="hint">
              {t('Point at a pixel, or move there with the arrow keys, to read its value.')}
            </span>
          ) : (
            <>
              {t('Class {0}, {1}:', cleanLabel(classes[cursor.classNumber]), pointed)} <b>{value}</b>
            </>
          )}
        </p>
      </div>
      <div class="weight-grid">
        {pictures.map((pixels, classNumber) => {
          const label = cleanLabel(classes[classNumber]);
          return (
            <figure key={classNumber} class="weight-figure">
              <figcaption title={label}>{label}</figcaption>
              <PixelCanvas
                columns={columns}
                rows={rows}
                pixels={pixels}
                scale={pixelScale(columns, WIDTH)}
                label={t('{0} of class {1}', figure.label, label)}
                cursor={cursor?.classNumber === classNumber ? cursor.pixel : undefined}
                onCursor={(pixel) => setCursor(pixel === undefined ? undefined : { classNumber, pixel })}
              />
            </figure>
          );
        })}
      </div>
      <p class="visually-hidden" aria-live="polite">
        {pointed === undefined ? '' : `${pointed}: ${value ?? ''}`}
      </p>
    </div>
  );
}

function describe(pixel: number, columns: number): string {
  return t('row {0}, column {1}', Math.floor(pixel / columns) + 1, (pixel % columns) + 1);
}

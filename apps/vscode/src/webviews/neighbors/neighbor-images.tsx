import { formatShare } from '@tenfold/core';

import { PixelCanvas } from '../shared/pixel-canvas.js';
import { greyPixels, pixelScale } from '../shared/pixel-canvas-pixels.js';
import { t } from '../shared/text.js';
import { figure, type Neighbor } from './neighbor-view.js';

/** What the pictures show. */
export interface NeighborImagesProps {
  readonly neighbors: readonly Neighbor[];
  readonly shape: readonly [number, number];
  /** The value of white. */
  readonly maximum: number;
  /** The number of the class that has most votes. */
  readonly predicted: number;
}

/** CSS pixels that a picture is about wide. */
const WIDTH = 112;

/** The training images that vote, each with its label, its distance and what its vote weighs. */
export function NeighborImages({ neighbors, shape, maximum, predicted }: NeighborImagesProps) {
  const [rows, columns] = shape;
  return (
    <ol class="neighbor-grid">
      {neighbors.map(({ row, index, classNumber, label, distance, weight, share, features }) => (
        <li key={index} class={classNumber === predicted ? 'neighbor' : 'neighbor other'}>
          <p class="neighbor-label">
            <bdi title={label}>{label}</bdi>
            <span class="hint">{formatShare(share, 0)}</span>
          </p>
          <PixelCanvas
            columns={columns}
            rows={rows}
            pixels={greyPixels(features ?? [], maximum)}
            scale={pixelScale(columns, WIDTH)}
            label={t('Training image of {0}', label)}
          />
          <dl class="neighbor-facts">
            <div>
              <dt>{t('Distance')}</dt>
              <dd>{figure(distance)}</dd>
            </div>
            <div>
              <dt>{t('Vote')}</dt>
              <dd>{figure(weight)}</dd>
            </div>
            <div>
              <dt>{row === null ? t('Training row') : t('Row')}</dt>
              <dd>{row ?? index}</dd>
            </div>
          </dl>
        </li>
      ))}
    </ol>
  );
}

import { formatCount, formatShare } from '@tenfold/core';

import type { ModelForm } from '../../protocol/webviews/model.js';
import type { Vote } from '../../protocol/webviews/neighbors.js';
import { cleanLabel } from '../shared/clean-label.js';
import { t } from '../shared/text.js';
import { figure, type Neighbor } from './neighbor-view.js';

/** What the table shows. */
export interface NeighborTableProps {
  readonly vote: Vote;
  readonly neighbors: readonly Neighbor[];
  readonly form: ModelForm;
}

/** The most features that are shown of each row. */
const MOST_FEATURES = 30;

/** The training rows that vote as a table; of rows that are no images with their features, below those asked about. */
export function NeighborTable({ vote, neighbors, form }: NeighborTableProps) {
  const { shape, nFeatures, featureNames } = form;
  const isKnown = vote.neighbors.features !== null;
  const shown = shape !== null || !isKnown ? 0 : Math.min(nFeatures, MOST_FEATURES);
  const features = Array.from({ length: shown }, (_, feature) => feature);
  return (
    <div class="table-scroll plain" tabIndex={0} role="region" aria-label={t('The training rows that vote')}>
      <table class="numbers">
        <caption>
          {shown > 0 && shown < nFeatures
            ? t('The first {0} of {1} features', shown, formatCount(nFeatures))
            : t('The training rows that vote, the nearest first')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{vote.rows === null ? t('Training row') : t('Row')}</th>
            <th scope="col" class="label-cell">
              {t('Class')}
            </th>
            <th scope="col">{t('Distance')}</th>
            <th scope="col">{t('Vote')}</th>
            <th scope="col">{t('Share')}</th>
            {features.map((feature) => (
              <th key={feature} scope="col">
                {featureNames === undefined ? feature + 1 : cleanLabel(featureNames[feature])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown > 0 && (
            <tr class="asked-row">
              <th scope="row">{vote.row ?? '–'}</th>
              <td class="label-cell">{vote.actual === null ? '–' : cleanLabel(vote.actual)}</td>
              <td colSpan={3} class="hint">
                {t('asked about')}
              </td>
              {features.map((feature) => (
                <td key={feature}>{figure(vote.features[feature])}</td>
              ))}
            </tr>
          )}
          {neighbors.map((neighbor) => (
            <tr key={neighbor.index}>
              <th scope="row">{neighbor.row ?? neighbor.index}</th>
              <td class="label-cell">{neighbor.label}</td>
              <td>{figure(neighbor.distance)}</td>
              <td>{figure(neighbor.weight)}</td>
              <td>{formatShare(neighbor.share, 0)}</td>
              {features.map((feature) => (
                <td key={feature}>{figure(neighbor.features?.[feature] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

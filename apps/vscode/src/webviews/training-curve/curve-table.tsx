import { capitalized, formatDuration, formatShare, formatShort } from '@tenfold/core';

import type { ProgressFigure, TrainingPoint } from '../../protocol/training.js';
import { t } from '../shared/text.js';

interface CurveTableProps {
  readonly points: readonly TrainingPoint[];
  readonly problems: number;
  readonly figures: readonly ProgressFigure[];
}

/** The most rows that are shown, the latest first. */
const MOST_ROWS = 500;

/** The points of a curve as a table, the latest first. */
export function CurveTable({ points, problems, figures }: CurveTableProps) {
  const shown = points.slice(-MOST_ROWS).reverse();
  const hasAccuracy = points.some(({ accuracy }) => accuracy !== undefined);
  return (
    <div class="scroller" tabIndex={0} role="region" aria-label={t('The curve as a table')}>
      <table class="figures">
        <caption>{t('The latest iterations first; at most {0} of them.', MOST_ROWS)}</caption>
        <thead>
          <tr>
            {problems > 1 && <th scope="col">{t('Problem')}</th>}
            <th scope="col">{t('Iteration')}</th>
            {figures.map(({ name, label }) => (
              <th key={name} scope="col">
                {capitalized(label)}
              </th>
            ))}
            {hasAccuracy && <th scope="col">{t('Held-out accuracy')}</th>}
            <th scope="col">{t('Time')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((point) => (
            <tr key={`${point.problem} ${point.iteration}`}>
              {problems > 1 && <td>{point.problem + 1}</td>}
              <td>{point.iteration}</td>
              {figures.map(({ name }) => (
                <td key={name}>{formatShort(point.figures[name], 4)}</td>
              ))}
              {hasAccuracy && <td>{point.accuracy === undefined ? '' : formatShare(point.accuracy)}</td>}
              <td>{formatDuration(point.seconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

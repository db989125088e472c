import { useMemo } from 'preact/hooks';
import { formatCount } from '@tenfold/core';

import type { ClassFigure, ClassMeans } from '../../protocol/webviews/class-means.js';
import { cleanLabel } from '../shared/clean-label.js';
import { t } from '../shared/text.js';
import { boundsOf, figureTitle, placeBetween, shortNumber } from './figure-view.js';

/** What the table shows. */
export interface FigureTableProps {
  readonly means: ClassMeans;
  readonly figure: ClassFigure;
}

/** The most features that are listed. */
const MOST_FEATURES = 1000;

/** A figure as a table, a row a feature and a column a class; a bar in each cell, on a scale of its row. */
export function FigureTable({ means, figure }: FigureTableProps) {
  const { classes, nFeatures, shape, featureNames } = means;
  const shown = Math.min(nFeatures, MOST_FEATURES);
  const rows = useMemo(
    () => Array.from({ length: shown }, (_, feature) => rowOf(figure, classes.length, nFeatures, feature)),
    [figure, classes, nFeatures, shown],
  );
  const nameOf = (feature: number): string => {
    if (shape !== null)
      return t('row {0}, column {1}', Math.floor(feature / shape[1]) + 1, (feature % shape[1]) + 1);
    return featureNames === undefined ? String(feature + 1) : cleanLabel(featureNames[feature]);
  };
  const title = figureTitle(figure.name, figure.label);
  return (
    <div class="table-scroll figure-table" tabIndex={0} role="region" aria-label={title}>
      <table class="numbers">
        <caption>
          {shown < nFeatures
            ? t('{0}: the first {1} of {2} features', title, formatCount(shown), formatCount(nFeatures))
            : title}
        </caption>
        <thead>
          <tr>
            <th scope="col" class="label-cell">
              {shape === null ? t('Feature') : t('Pixel')}
            </th>
            {classes.map((label, k) => (
              <th key={k} scope="col">
                {cleanLabel(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, feature) => (
            <tr key={feature}>
              <th scope="row" class="label-cell">
                {nameOf(feature)}
              </th>
              {cells.map(({ value, place }, k) => (
                <td key={k}>
                  <span class="figure-track" aria-hidden="true">
                    <span class="figure-bar" style={{ width: `${100 * place}%` }} />
                  </span>
                  <span class="figure-value">{shortNumber(value)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The values of a feature in each class, and their places on the feature's own scale. */
function rowOf(
  { values, range }: ClassFigure,
  classes: number,
  nFeatures: number,
  feature: number,
): { value: number; place: number }[] {
  const own = Float64Array.from({ length: classes }, (_, k) => values[k * nFeatures + feature]);
  const place = placeBetween(boundsOf({ values: own, range }));
  return Array.from(own, (value) => ({ value, place: place(value) }));
}

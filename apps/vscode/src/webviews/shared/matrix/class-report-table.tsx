import { formatCount, formatShare } from '@tenfold/core';

import { t } from '../text.js';
import { classReport, type Scores } from './class-report.js';
import type { MatrixData } from './matrix-data.js';

/** Precision, recall, F1 and support of each class as a table. */
export function ClassReportTable({ data }: { readonly data: MatrixData }) {
  const { classes, macro, weighted } = classReport(data);
  return (
    <div class="scroller" tabIndex={0} role="region" aria-label={t('Table of scores')}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{t('Class')}</th>
            <th scope="col">{t('Precision')}</th>
            <th scope="col">{t('Recall')}</th>
            <th scope="col">{t('F1')}</th>
            <th scope="col">{t('Support')}</th>
          </tr>
        </thead>
        <tbody>
          {classes.map((scores, k) => (
            <ScoreRow key={k} name={data.labels[k]} scores={scores} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('Accuracy')}</th>
            <td />
            <td />
            <td>{formatShare(data.accuracy)}</td>
            <td>{formatCount(data.total)}</td>
          </tr>
          <ScoreRow name={t('Mean of classes')} scores={macro} />
          <ScoreRow name={t('Mean by support')} scores={weighted} />
        </tfoot>
      </table>
    </div>
  );
}

function ScoreRow({ name, scores }: { readonly name: string; readonly scores: Scores }) {
  const { precision, recall, f1, support } = scores;
  return (
    <tr>
      <th scope="row" title={name}>
        <span class="label">{name}</span>
      </th>
      <td>{formatShare(precision)}</td>
      <td>{formatShare(recall)}</td>
      <td>{formatShare(f1)}</td>
      <td>{formatCount(support)}</td>
    </tr>
  );
}

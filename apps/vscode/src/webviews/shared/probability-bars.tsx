import './probability-bars.css';

import { formatShare } from '@tenfold/core';

import type { Label } from '../../protocol/values.js';
import { probabilityBars } from './probability-bars-rows.js';
import { t } from './text.js';

/** What the bars show. */
export interface ProbabilityBarsProps {
  readonly classes: readonly Label[];
  /** One a class; undefined while there is nothing to predict. */
  readonly probabilities: ArrayLike<number> | undefined;
  /** The number of the most probable class. */
  readonly winner: number | undefined;
}

/** The probability of each class as a bar, in a table. */
export function ProbabilityBars({ classes, probabilities, winner }: ProbabilityBarsProps) {
  const bars = probabilityBars(classes, probabilities);
  return (
    <table class="probability-bars">
      <caption>{t('Probability of each class')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('Class')}</th>
          <td>{t('Bar')}</td>
          <th scope="col">{t('Probability')}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ number, label, probability }) => (
          <tr key={number} class={number === winner ? 'winner' : undefined}>
            <th scope="row" title={label}>
              {label}
            </th>
            <td aria-hidden="true">
              <div class="probability-bars-track">
                <div class="probability-bars-bar" style={{ width: `${probability * 100}%` }} />
              </div>
            </td>
            <td>{probabilities === undefined ? '–' : formatShare(probability)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

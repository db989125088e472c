import { formatShare } from '@tenfold/core';

import { probabilitiesByClass, rankingOf } from '../../model/ranking.js';
import type { Predictions } from '../../protocol/webviews/digits.js';
import type { Ranking } from '../../protocol/values.js';
import { cleanLabel } from '../shared/clean-label.js';
import { ProbabilityBars } from '../shared/probability-bars.js';
import { t } from '../shared/text.js';
import { type Digits, labelOf } from './digits-view.js';

interface PredictionListProps {
  readonly digits: Digits;
  readonly rows: Uint32Array;
  readonly predictions: Predictions;
  readonly onClose: () => void;
}

/** The predictions for some images: all probabilities of a single one, the largest of each of several. */
export function PredictionList({ digits, rows, predictions, onClose }: PredictionListProps) {
  const { classes, model } = predictions;
  const of = (place: number): Ranking => rankingOf(predictions, rows.length, place);
  return (
    <section class="predictions" aria-label={t('Prediction')}>
      <header>
        <h2>{rows.length === 1 ? t('Row {0}', rows[0]) : t('{0} images', rows.length)}</h2>
        <button type="button" class="secondary" onClick={onClose}>
          {t('Close')}
        </button>
      </header>
      <p class="hint">{t('By {0}', model)}</p>
      {rows.length === 1 ? (
        <ProbabilityBars
          classes={classes}
          probabilities={probabilitiesByClass(of(0), classes.length)}
          winner={of(0).top[0]}
        />
      ) : (
        <ul>
          {[...rows].map((row, place) => {
            const { top, probabilities } = of(place);
            const [best] = top;
            const share = probabilities?.[0];
            const [label, guess] = [labelOf(digits, row), cleanLabel(classes[best])];
            const isRight = String(digits.facts.classes[digits.codes[row]]) === String(classes[best]);
            return (
              <li key={row} class={isRight ? undefined : 'wrong'}>
                <span class="row-number">{t('Row {0}', row)}</span>
                <span class="words">{isRight ? label : `${label} → ${guess}`}</span>
                <span class="track" aria-hidden="true">
                  <span class="bar" style={{ width: `${100 * (share ?? 0)}%` }} />
                </span>
                <span>{formatShare(share, 0)}</span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

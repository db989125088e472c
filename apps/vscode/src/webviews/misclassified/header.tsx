import { formatCount, formatShare } from '@tenfold/core';

import type { Remote } from '../../protocol/channel.js';
import type { misclassifiedContract, Mistakes } from '../../protocol/webviews/misclassified.js';
import { cleanLabel } from '../shared/clean-label.js';
import { t } from '../shared/text.js';
import type { GalleryState } from './state.js';
import { type CountedLabel, countedLabels } from './mistakes-view.js';
import { showFailure } from '../shared/failures.js';

interface HeaderProps {
  readonly host: Remote<typeof misclassifiedContract>;
  readonly mistakes: Mistakes;
  readonly state: GalleryState;
  readonly shown: number;
  readonly onChange: (part: Partial<GalleryState>) => void;
}

/** How many mistakes there are, and which of them are shown. */
export function Header({ host, mistakes, state, shown, onChange }: HeaderProps) {
  const { filter, isTable } = state;
  const isClean = mistakes.rows.length === 0;
  return (
    <header class="gallery-header">
      <h1>{cleanLabel(mistakes.name)}</h1>
      <p class="lead">{lead(mistakes)}</p>
      <div class="toolbar" role="group" aria-label={t('What is shown')}>
        {!isClean && (
          <>
            <Counted
              text={t('Actual')}
              value={filter.actual}
              labels={countedLabels(mistakes.classes, mistakes.actual)}
              onChange={(actual) => onChange({ filter: { ...filter, actual } })}
            />
            <Counted
              text={t('Predicted')}
              value={filter.predicted}
              labels={countedLabels(mistakes.classes, mistakes.predicted)}
              onChange={(predicted) => onChange({ filter: { ...filter, predicted } })}
            />
            {mistakes.shape !== null && (
              <label>
                <input
                  type="checkbox"
                  checked={isTable}
                  onChange={(event) => onChange({ isTable: event.currentTarget.checked })}
                />
                {t('As a table')}
              </label>
            )}
          </>
        )}
        <button type="button" class="secondary" onClick={() => showFailure(host.open({ view: 'matrix' }))}>
          {t('Confusion Matrix')}
        </button>
        {!isClean && shown < mistakes.rows.length && (
          <span class="shown" role="status">
            {t('{0} of {1} shown', formatCount(shown), formatCount(mistakes.rows.length))}
          </span>
        )}
      </div>
    </header>
  );
}

function lead({ rows, tested, isHeldOut, probabilities }: Mistakes): string {
  const of = isHeldOut
    ? t('{0} test images', formatCount(tested))
    : t('{0} images that it was trained on', formatCount(tested));
  if (rows.length === 0) return t('No image was misclassified, of {0}.', of);
  const share = formatShare(rows.length / tested, 1);
  return probabilities === null
    ? t('{0} of {1} misclassified ({2}).', formatCount(rows.length), of, share)
    : t('{0} of {1} misclassified ({2}), the surest mistakes first.', formatCount(rows.length), of, share);
}

interface CountedProps {
  readonly text: string;
  readonly value: string;
  readonly labels: readonly CountedLabel[];
  readonly onChange: (label: string) => void;
}

function Counted({ text, value, labels, onChange }: CountedProps) {
  return (
    <label>
      {text}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{t('any')}</option>
        {labels.map(([label, text, count]) => (
          <option key={label} value={label}>
            {t('{0} ({1})', text, count)}
          </option>
        ))}
      </select>
    </label>
  );
}

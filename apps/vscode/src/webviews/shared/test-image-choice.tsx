import './test-image-choice.css';

import { useMemo } from 'preact/hooks';
import { formatCount } from '@tenfold/core';

import type { TestSet } from '../../protocol/webviews/weights.js';
import { countWrong, nextMisclassified } from './test-images.js';
import { t } from './text.js';

/** What the choice needs. */
export interface TestImageChoiceProps {
  readonly test: TestSet;
  /** Whether the rows are images. Default true. */
  readonly isOfImages?: boolean;
  /** The place of the image that is shown; undefined while it is none of them. */
  readonly at: number | undefined;
  readonly onPlace: (place: number) => void;
}

/** Chooses an image of the test set: by its number, or the next one that is misclassified. */
export function TestImageChoice({ test, isOfImages = true, at, onPlace }: TestImageChoiceProps) {
  const wrong = useMemo(() => countWrong(test), [test]);
  const go = (next: number): void => onPlace(Math.min(Math.max(next, 0), test.count - 1));
  const goWrong = (step: 1 | -1): void => go(nextMisclassified(test, at ?? -1, step) ?? at ?? 0);
  return (
    <div class="test-image-choice" role="toolbar" aria-label={isOfImages ? t('Image') : t('Row')}>
      <label class="field">
        {nameOf(isOfImages, test)}
        <input
          type="number"
          min={1}
          max={test.count}
          value={at === undefined ? '' : at + 1}
          onChange={(event) => go(Math.round(event.currentTarget.valueAsNumber || 1) - 1)}
        />
        <span class="hint">{t('of {0}', formatCount(test.count))}</span>
      </label>
      <div class="weights-buttons">
        <button type="button" class="secondary" disabled={wrong === 0} onClick={() => goWrong(-1)}>
          {t('Previous Misclassified')}
        </button>
        <button type="button" class="secondary" disabled={wrong === 0} onClick={() => goWrong(1)}>
          {t('Next Misclassified')}
        </button>
      </div>
      <span class="hint">
        {wrong === 0 ? t('None is misclassified.') : t('{0} are misclassified.', wrong)}
      </span>
    </div>
  );
}

function nameOf(isOfImages: boolean, { isHeldOut }: TestSet): string {
  if (isOfImages) return isHeldOut ? t('Test image') : t('Training image');
  return isHeldOut ? t('Test row') : t('Training row');
}

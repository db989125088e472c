import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { errorMessage, formatCount } from '@tenfold/core';

import type { Remote } from '../../protocol/channel.js';
import type { ModelWeights } from '../../protocol/webviews/model.js';
import type { TestImage, TestSet, weightsContract } from '../../protocol/webviews/weights.js';
import { Problem } from '../shared/problem.js';
import { t } from '../shared/text.js';
import { useLoad } from '../shared/use-load.js';
import { DecisionImage } from './decision-image.js';
import { nextMisclassified } from './weights-view.js';

/** What the section needs. */
export interface DecisionProps {
  readonly host: Remote<typeof weightsContract>;
  readonly weights: ModelWeights;
  readonly shape: readonly [number, number];
  readonly isTable: boolean;
  /** The image that is looked at; undefined until one has been chosen. */
  readonly place: number | undefined;
  readonly onPlace: (place: number) => void;
}

/** One image of the test set, and what its pixels add to the model's decision. */
export function Decision(props: DecisionProps) {
  const { host } = props;
  const [loaded, retry] = useLoad(useCallback((signal: AbortSignal) => host.testSet({}, { signal }), [host]));
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">{t('Why an image is taken for what it is')}</h2>
      {loaded.state === 'loading' && <p class="hint">{t('Loading the images…')}</p>}
      {loaded.state === 'failed' && (
        <Problem message={t('The images of this run cannot be shown: {0}', loaded.message)} retry={retry} />
      )}
      {loaded.state === 'loaded' && loaded.value !== null && loaded.value.count > 0 && (
        <Chosen {...props} test={loaded.value} />
      )}
    </section>
  );
}

function Chosen({ host, weights, shape, isTable, place, onPlace, test }: DecisionProps & { test: TestSet }) {
  const wrong = useMemo(() => countWrong(test), [test]);
  const at = Math.min(place ?? nextMisclassified(test, -1) ?? 0, test.count - 1);
  const [image, setImage] = useState<TestImage>();
  const [reason, setReason] = useState<string>();
  useEffect(() => {
    const stop = new AbortController();
    host.image({ place: at }, { signal: stop.signal }).then(
      (next) => {
        setImage(next);
        setReason(undefined);
      },
      (error: unknown) => {
        if (!stop.signal.aborted) setReason(errorMessage(error));
      },
    );
    return () => stop.abort();
  }, [at]);
  const go = (next: number): void => onPlace(Math.min(Math.max(next, 0), test.count - 1));
  const goWrong = (step: 1 | -1): void => go(nextMisclassified(test, at, step) ?? at);
  return (
    <>
      <div class="decision-choice" role="toolbar" aria-label={t('Image')}>
        <label class="field">
          {test.isHeldOut ? t('Test image') : t('Training image')}
          <input
            type="number"
            min={1}
            max={test.count}
            value={at + 1}
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
      {reason !== undefined && <Problem message={t('The image cannot be shown: {0}', reason)} />}
      {reason === undefined && image !== undefined && (
        <DecisionImage
          key={image.place}
          weights={weights}
          shape={shape}
          isTable={isTable}
          image={image}
          actualNumber={test.actual[image.place]}
        />
      )}
    </>
  );
}

function countWrong({ actual, predicted }: TestSet): number {
  return actual.reduce((count, label, i) => count + Number(label !== predicted[i]), 0);
}

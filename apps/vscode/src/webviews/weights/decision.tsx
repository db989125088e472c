import { useCallback, useEffect, useState } from 'preact/hooks';
import { errorMessage } from '@tenfold/core';

import type { Remote } from '../../protocol/channel.js';
import type { ModelWeights } from '../../protocol/webviews/model.js';
import type { TestImage, TestSet, weightsContract } from '../../protocol/webviews/weights.js';
import { Problem } from '../shared/problem.js';
import { TestImageChoice } from '../shared/test-image-choice.js';
import { nextMisclassified } from '../shared/test-images.js';
import { t } from '../shared/text.js';
import { useLoad } from '../shared/use-load.js';
import { DecisionImage } from './decision-image.js';

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
  return (
    <>
      <TestImageChoice test={test} at={at} onPlace={onPlace} />
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

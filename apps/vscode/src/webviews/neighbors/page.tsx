import { useCallback, useEffect, useState } from 'preact/hooks';

import type { ModelForm, ModelSource } from '../../protocol/webviews/model.js';
import type { AskedQuery, neighborsContract } from '../../protocol/webviews/neighbors.js';
import { FormChoice } from '../shared/button-choice.js';
import { showFailure } from '../shared/failures.js';
import { Problem } from '../shared/problem.js';
import type { PageProps } from '../shared/start.js';
import { TestImageChoice } from '../shared/test-image-choice.js';
import { nextMisclassified } from '../shared/test-images.js';
import { t } from '../shared/text.js';
import { type Load, useLoad } from '../shared/use-load.js';
import type { TestSet } from '../../protocol/webviews/weights.js';
import type { AskedRow } from './asked-row.js';
import { VoteView } from './vote-view.js';

/** What the page keeps of itself. */
export interface NeighborsState {
  readonly isTable: boolean;
  readonly asked: AskedRow | undefined;
  /** The number of the last query of another page. */
  readonly seen: number;
}

const FIRST: NeighborsState = { isTable: false, asked: undefined, seen: 0 };

type Props = PageProps<typeof neighborsContract, ModelSource, NeighborsState>;

/** The training rows that vote on a row. */
export function NeighborsPage(props: Props) {
  const { host } = props;
  const [loaded, retry] = useLoad(useCallback((signal: AbortSignal) => host.load({}, { signal }), [host]));
  const [test, retryTest] = useLoad(
    useCallback((signal: AbortSignal) => host.testSet({}, { signal }), [host]),
  );
  if (loaded.state === 'loading') return <p class="hint">{t('Loading the model…')}</p>;
  if (loaded.state === 'failed') {
    return (
      <Problem
        title={t('Nearest training images')}
        message={t('The neighbours cannot be shown: {0}', loaded.message)}
        retry={retry}
      />
    );
  }
  return <Asked {...props} form={loaded.value} test={test} retryTest={retryTest} />;
}

interface AskedProps extends Props {
  readonly form: ModelForm;
  readonly test: Load<TestSet | null>;
  readonly retryTest: () => void;
}

function Asked({ host, saved, save, form, test, retryTest }: AskedProps) {
  const [state, setState] = useState<NeighborsState>(saved ?? FIRST);
  const change = useCallback(
    (part: Partial<NeighborsState>) => setState((before) => ({ ...before, ...part })),
    [],
  );
  useEffect(() => save(state), [state]);
  useEffect(() => {
    const stop = new AbortController();
    const onNotice = ({ number, query }: AskedQuery): void =>
      change({ asked: 'image' in query ? { image: [...query.image] } : query, seen: number });
    host.queries({ seen: state.seen }, { signal: stop.signal, onNotice }).catch(() => undefined);
    return () => stop.abort();
  }, [host]);
  const { shape } = form;
  const tested = test.state === 'loaded' && test.value !== null && test.value.count > 0 ? test.value : null;
  const asked = state.asked ?? firstOf(tested);
  const isDrawable = shape !== null && shape[0] === shape[1];
  const draw = (
    <button type="button" class="secondary" onClick={() => showFailure(host.draw({}))}>
      {t('Draw a Digit')}
    </button>
  );
  return (
    <div class="weights neighbors">
      <header class="weights-head">
        <h1 title={form.name}>
          {shape === null ? t('Which training rows vote') : t('Which training images vote')}
        </h1>
        <div class="weights-buttons">
          {shape !== null && (
            <FormChoice isTable={state.isTable} onChange={(isTable) => change({ isTable })} />
          )}
          {isDrawable && draw}
        </div>
      </header>
      {test.state === 'loading' && <p class="hint">{t('Loading the images…')}</p>}
      {test.state === 'failed' && (
        <Problem message={t('The rows of this run cannot be shown: {0}', test.message)} retry={retryTest} />
      )}
      {tested !== null && (
        <TestImageChoice
          test={tested}
          isOfImages={shape !== null}
          at={asked !== undefined && 'place' in asked ? Math.min(asked.place, tested.count - 1) : undefined}
          onPlace={(place) => change({ asked: { place } })}
        />
      )}
      {asked === undefined && test.state === 'loaded' && (
        <p class="hint">
          {isDrawable
            ? t(
                'A model’s file knows no images to ask about: draw a digit, and see which training images vote on it.',
              )
            : t('A model’s file knows no rows to ask about: open the run that it comes from.')}
        </p>
      )}
      {asked !== undefined && (
        <VoteView host={host} form={form} asked={asked} isTable={state.isTable || shape === null} />
      )}
    </div>
  );
}

/** The first row that is misclassified, or else the first. */
function firstOf(test: TestSet | null): AskedRow | undefined {
  return test === null ? undefined : { place: nextMisclassified(test, -1) ?? 0 };
}

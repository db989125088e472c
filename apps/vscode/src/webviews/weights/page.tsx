import { useCallback, useState } from 'preact/hooks';

import type { ModelSource, ModelWeights } from '../../protocol/webviews/model.js';
import type { weightsContract } from '../../protocol/webviews/weights.js';
import { FormChoice } from '../shared/button-choice.js';
import { PreparedNote } from '../shared/prepared-note.js';
import { Problem } from '../shared/problem.js';
import type { PageProps } from '../shared/start.js';
import { t } from '../shared/text.js';
import { useLoad } from '../shared/use-load.js';
import { Decision } from './decision.js';
import { WeightImages } from './weight-images.js';
import { CoefficientTable, WeightTable } from './weight-table.js';
import { showFailure } from '../shared/failures.js';

/** What the page keeps of itself. */
export interface WeightsState {
  readonly isTable: boolean;
  /** The class whose table is shown. */
  readonly classNumber: number;
  /** The place of the image that is looked at. */
  readonly place: number | undefined;
}

type Props = PageProps<typeof weightsContract, ModelSource, WeightsState>;

const FIRST: WeightsState = { isTable: false, classNumber: 0, place: undefined };

/** A model's weights, and what each pixel of an image adds to its decision. */
export function WeightsPage(props: Props) {
  const { host } = props;
  const [loaded, retry] = useLoad(useCallback((signal: AbortSignal) => host.load({}, { signal }), [host]));
  if (loaded.state === 'loading') return <p class="hint">{t('Loading the model…')}</p>;
  if (loaded.state === 'failed') {
    return (
      <Problem
        title={t('Weights')}
        message={t('The weights cannot be shown: {0}', loaded.message)}
        retry={retry}
      />
    );
  }
  return <Weights {...props} weights={loaded.value} />;
}

function Weights(props: Props & { weights: ModelWeights }) {
  const { host, saved, source, weights } = props;
  const [state, setState] = useState<WeightsState>(saved ?? FIRST);
  const change = (part: Partial<WeightsState>): void => {
    const next = { ...state, ...part };
    setState(next);
    props.save(next);
  };
  const { shape } = weights;
  return (
    <div class="weights">
      <header class="weights-head">
        <h1 title={weights.name}>{t('What weighs for each class')}</h1>
        {shape !== null && (
          <div class="weights-buttons">
            <FormChoice isTable={state.isTable} onChange={(isTable) => change({ isTable })} />
            <button type="button" class="secondary" onClick={() => showFailure(host.draw({}))}>
              {t('Draw a Digit')}
            </button>
          </div>
        )}
      </header>
      <PreparedNote transformers={weights.transformers} />
      {shape === null && <CoefficientTable weights={weights} />}
      {shape !== null && !state.isTable && <WeightImages weights={weights} shape={shape} />}
      {shape !== null && state.isTable && (
        <WeightTable
          weights={weights}
          shape={shape}
          classNumber={state.classNumber}
          onClass={(classNumber) => change({ classNumber })}
        />
      )}
      {shape !== null && 'run' in source && (
        <Decision
          host={host}
          weights={weights}
          shape={shape}
          isTable={state.isTable}
          place={state.place}
          onPlace={(place) => change({ place })}
        />
      )}
    </div>
  );
}

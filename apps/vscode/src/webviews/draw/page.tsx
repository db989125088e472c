import { useCallback } from 'preact/hooks';

import type { drawContract } from '../../protocol/webviews/draw.js';
import type { ModelSource } from '../../protocol/webviews/model.js';
import { Problem } from '../shared/problem.js';
import type { PageProps } from '../shared/start.js';
import { t } from '../shared/text.js';
import { useLoad } from '../shared/use-load.js';
import type { BoardState } from './board-state.js';
import { DrawBoard } from './draw-board.js';
import { showFailure } from '../shared/failures.js';

/** Draws a digit and shows what a model takes it for. */
export function DrawPage(props: PageProps<typeof drawContract, ModelSource, BoardState>) {
  const { host, saved } = props;
  const [loaded, retry] = useLoad(useCallback((signal: AbortSignal) => host.load({}, { signal }), [host]));
  if (loaded.state === 'loading') return <p class="hint">{t('Loading the model…')}</p>;
  const trainDigits = (
    <button type="button" class="secondary" onClick={() => showFailure(host.trainDigits({}))}>
      {t('Train on Digits')}
    </button>
  );
  if (loaded.state === 'failed') {
    return (
      <Problem
        title={t('Draw a digit')}
        message={t('The model cannot be read: {0}', loaded.message)}
        retry={retry}
      >
        {trainDigits}
      </Problem>
    );
  }
  const { shape, name } = loaded.value;
  if (shape === null || shape[0] !== shape[1]) {
    const what =
      shape === null
        ? t('“{0}” was not trained on images, so there is nothing to draw for it.', name)
        : t(
            '“{0}” takes images of {1} × {2} pixels; only square ones can be drawn here.',
            name,
            shape[0],
            shape[1],
          );
    return (
      <Problem title={t('Draw a digit')} message={what} isMild>
        {trainDigits}
      </Problem>
    );
  }
  return (
    <DrawBoard
      host={host}
      model={loaded.value}
      saved={saved}
      save={(state) => {
        props.save(state);
        if (state.drawing.length > 0) showFailure(host.wasRead({}));
      }}
      onWeights={() => showFailure(host.showWeights({}))}
    />
  );
}

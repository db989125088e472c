import { useCallback } from 'preact/hooks';

import type { drawContract } from '../../protocol/webviews/draw.js';
import type { ModelSource } from '../../protocol/webviews/model.js';
import type { PageProps } from '../shared/start.js';
import { t } from '../shared/text.js';
import { Trouble } from '../shared/trouble.js';
import { useLoad } from '../shared/use-load.js';
import type { BoardState } from './board-state.js';
import { DrawBoard } from './draw-board.js';

/** Draws a digit and shows what a model takes it for. */
export function DrawPage(props: PageProps<typeof drawContract, ModelSource, BoardState>) {
  const { host, saved } = props;
  const [loaded, retry] = useLoad(useCallback((signal: AbortSignal) => host.load({}, { signal }), [host]));
  if (loaded.state === 'loading') return <p class="muted">{t('Loading the model…')}</p>;
  const trainDigits = (
    <button type="button" class="button" onClick={() => void host.trainDigits({})}>
      {t('Train on Digits')}
    </button>
  );
  if (loaded.state === 'failed') {
    return (
      <Trouble title={t('Draw a digit')} reason={t('The model cannot be read: {0}', loaded.message)}>
        <button type="button" class="button primary" onClick={retry}>
          {t('Try Again')}
        </button>
        {trainDigits}
      </Trouble>
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
      <Trouble title={t('Draw a digit')} reason={what} isMild>
        {trainDigits}
      </Trouble>
    );
  }
  return (
    <DrawBoard
      weights={loaded.value}
      saved={saved}
      save={(state) => {
        props.save(state);
        if (state.drawing.length > 0) void host.wasRead({});
      }}
      onWeights={() => void host.showWeights({})}
    />
  );
}

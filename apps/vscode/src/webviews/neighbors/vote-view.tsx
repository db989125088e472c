import { useCallback } from 'preact/hooks';
import { formatShare } from '@tenfold/core';

import { probabilitiesByClass } from '../../model/ranking.js';
import type { Remote } from '../../protocol/channel.js';
import type { ModelForm } from '../../protocol/webviews/model.js';
import type { neighborsContract, Vote } from '../../protocol/webviews/neighbors.js';
import { cleanLabel } from '../shared/clean-label.js';
import { LoadState } from '../shared/load-state.js';
import { PixelCanvas } from '../shared/pixel-canvas.js';
import { greyPixels, pixelScale } from '../shared/pixel-canvas-pixels.js';
import { ProbabilityBars } from '../shared/probability-bars.js';
import { t } from '../shared/text.js';
import { useLast } from './use-last.js';
import { NeighborImages } from './neighbor-images.js';
import { NeighborTable } from './neighbor-table.js';
import { neighborsIn } from './neighbor-view.js';
import type { AskedRow } from './asked-row.js';

/** What is shown of a row. */
export interface VoteViewProps {
  readonly host: Remote<typeof neighborsContract>;
  readonly form: ModelForm;
  readonly asked: AskedRow;
  readonly isTable: boolean;
}

/** CSS pixels that the picture of the row is about wide. */
const WIDTH = 168;

/** A row, the training rows that vote on it, and the shares of the classes. */
export function VoteView({ host, form, asked, isTable }: VoteViewProps) {
  const key = JSON.stringify(asked);
  const load = useCallback(
    (signal: AbortSignal) =>
      host.vote('image' in asked ? { image: Float64Array.from(asked.image) } : asked, { signal }),
    [host, key],
  );
  // The answer before stays until the next is there, so that the page does not jump.
  const [loaded, retry, isAwaited] = useLast(load);
  return (
    <div aria-busy={isAwaited}>
      <LoadState loaded={loaded} waiting={t('Looking for the nearest…')} retry={retry} />
      {loaded.state === 'loaded' && <Answer vote={loaded.value} form={form} isTable={isTable} />}
    </div>
  );
}

function Answer({ vote, form, isTable }: Pick<VoteViewProps, 'form' | 'isTable'> & { readonly vote: Vote }) {
  const { features, neighbors } = vote;
  const { classes, top } = neighbors;
  const { shape, maximum, transformers } = form;
  const all = neighborsIn(vote);
  const picture = isTable ? null : shape;
  return (
    <>
      <p class="vote-words" role="status">
        {verdict(vote)}
      </p>
      <div class="vote">
        <section class="vote-asked" aria-label={t('What is asked about')}>
          {picture !== null && (
            <PixelCanvas
              columns={picture[1]}
              rows={picture[0]}
              pixels={greyPixels(features, maximum)}
              scale={pixelScale(picture[1], WIDTH)}
              label={vote.row === null ? t('The drawing') : t('Image of row {0}', vote.row)}
            />
          )}
          <p class="hint">{vote.row === null ? t('Your drawing') : t('Row {0}', vote.row)}</p>
          <ProbabilityBars
            classes={classes}
            probabilities={probabilitiesByClass(neighbors, classes.length) ?? undefined}
            winner={top[0]}
          />
        </section>
        <section class="vote-neighbors" aria-labelledby="voters">
          <h2 id="voters">{t('The {0} nearest', neighbors.total)}</h2>
          {all.length < neighbors.total && <p class="hint">{t('The first {0} are shown.', all.length)}</p>}
          {transformers.length > 0 && (
            <p class="hint">{t('Distances are those after {0}.', transformers.join(', '))}</p>
          )}
          {picture === null || neighbors.features === null ? (
            <NeighborTable vote={vote} neighbors={all} form={form} />
          ) : (
            <NeighborImages neighbors={all} shape={picture} maximum={maximum} predicted={top[0]} />
          )}
        </section>
      </div>
    </>
  );
}

function verdict({ actual, neighbors }: Vote): string {
  const { classes, top, probabilities } = neighbors;
  const predicted = classes[top[0]];
  const share = formatShare(probabilities?.[0], 0);
  const name = cleanLabel(predicted);
  if (actual === null) return t('Taken for {0} with {1} of the votes.', name, share);
  return actual === predicted
    ? t('Rightly taken for {0} with {1} of the votes.', name, share)
    : t('Taken for {0} with {1} of the votes; it is {2}.', name, share, cleanLabel(actual));
}

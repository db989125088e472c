import { errorMessage, formatCount, formatShare } from '@tenfold/core';
import { useEffect, useReducer, useState } from 'preact/hooks';

import type { Remote } from '../../protocol/channel.js';
import type { digitsContract, Predictions } from '../../protocol/webviews/digits.js';
import type { Images } from '../shared/image-grid-images.js';
import { copyImage } from '../shared/pixels-copy.js';
import { PixelsReadout } from '../shared/pixels-readout.js';
import { type PixelPlace, wholeValue } from '../shared/pixels-readout-values.js';
import { t } from '../shared/text.js';
import { type Digits, guessOf, labelOf } from './digits-view.js';
import { PredictionList } from './prediction-list.js';

interface DetailsProps {
  readonly host: Remote<typeof digitsContract>;
  readonly digits: Digits;
  readonly images: Images;
  readonly rows: Uint32Array;
  /** The place of the image that is shown. */
  readonly place: number;
  readonly pixel: PixelPlace | undefined;
  /** The places of the images that are predicted, at least one. */
  readonly selection: readonly number[];
}

/** One image magnified, and the predictions for those that are selected. */
export function Details({ host, digits, images, rows, place, pixel, selection }: DetailsProps) {
  const [, repaint] = useReducer((count: number) => count + 1, 0);
  useEffect(() => images.listen(() => repaint(undefined)), [images]);
  const [message, setMessage] = useState('');
  const [predicted, setPredicted] = useState<{ rows: Uint32Array; predictions: Predictions }>();
  const row = rows[place];
  const pixels = images.get(place);
  const copied = images.get(selection[0]);
  const copy = (): void => {
    if (copied === undefined) return;
    copyImage(copied, images.shape).then(
      () => setMessage(t('Image {0} is in the clipboard.', rows[selection[0]])),
      (error: unknown) => setMessage(t('The image was not copied: {0}', errorMessage(error))),
    );
  };
  const predict = (): void => {
    const asked = Uint32Array.from(selection, (at) => rows[at]);
    setMessage(t('Predicting…'));
    host.predict({ rows: asked }).then(
      (predictions) => {
        setMessage('');
        if (predictions !== null) setPredicted({ rows: asked, predictions });
      },
      (error: unknown) => setMessage(errorMessage(error)),
    );
  };
  return (
    <aside class="details" aria-label={t('The image')}>
      <PixelsReadout
        pixels={pixels}
        shape={images.shape}
        pointed={pixel}
        valueOf={(at) => wholeValue(pixels?.[at] ?? 0, digits.facts.maximum)}
        label={t('Row {0}, magnified', row)}
      />
      <dl class="facts">
        <dt>{t('Row')}</dt>
        <dd>{formatCount(row)}</dd>
        <dt>{t('Label')}</dt>
        <dd>{labelOf(digits, row)}</dd>
        <Guessed digits={digits} row={row} />
      </dl>
      <div class="buttons">
        <button type="button" onClick={predict}>
          {selection.length === 1 ? t('Predict') : t('Predict {0} Images', selection.length)}
        </button>
        <button type="button" class="secondary" onClick={copy} disabled={copied === undefined}>
          {t('Copy as PNG')}
        </button>
      </div>
      <p class="hint" role="status">
        {message}
      </p>
      {predicted !== undefined && (
        <PredictionList
          digits={digits}
          rows={predicted.rows}
          predictions={predicted.predictions}
          onClose={() => setPredicted(undefined)}
        />
      )}
    </aside>
  );
}

function Guessed({ digits, row }: { readonly digits: Digits; readonly row: number }) {
  const guess = guessOf(digits, row);
  if (guess === undefined) return null;
  return (
    <>
      <dt>{t('Predicted')}</dt>
      <dd class={guess.isRight ? undefined : 'wrong'}>
        {guess.label}{' '}
        {guess.probability !== undefined && <span class="share">{formatShare(guess.probability, 0)}</span>}
      </dd>
    </>
  );
}

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { formatCount, formatShare } from '@tenfold/core';

import type { Remote } from '../../protocol/channel.js';
import type { confusionMatrixContract } from '../../protocol/webviews/confusion-matrix.js';
import type { Cell } from '../shared/matrix/grid-keys.js';
import { GreyImage } from '../shared/grey-image.js';
import { t } from '../shared/text.js';
import { LoadState } from '../shared/load-state.js';
import { useLoad } from '../shared/use-load.js';
import { type CellImage, cellImages } from './cell-image.js';

type Host = Remote<typeof confusionMatrixContract>;

/** How many images come at a time. */
const IMAGES_PER_PAGE = 48;

interface CellImagesProps {
  readonly host: Host;
  readonly cell: Cell;
  readonly labels: readonly string[];
  readonly onClose: () => void;
}

/** The images behind a cell, side by side, each with what the model thought of it. */
export function CellImages({ host, cell: [actual, predicted], labels, onClose }: CellImagesProps) {
  const section = useRef<HTMLElement>(null);
  const [most, setMost] = useState(IMAGES_PER_PAGE);
  useEffect(() => setMost(IMAGES_PER_PAGE), [actual, predicted]);
  const load = useCallback(
    (signal: AbortSignal) => host.cell({ actual, predicted, from: 0, most }, { signal }),
    [host, actual, predicted, most],
  );
  const [loaded, retry] = useLoad(load);
  useEffect(() => {
    if (loaded.state === 'loaded' && document.activeElement?.matches('[role=gridcell]') === true)
      section.current?.scrollIntoView({ block: 'nearest' });
  }, [loaded.state, actual, predicted]);
  const heading =
    actual === predicted
      ? t('{0}, recognised', labels[actual])
      : t('{0}, taken for {1}', labels[actual], labels[predicted]);
  return (
    <section class="cell-images" ref={section} aria-label={t('Images behind the cell')}>
      <header>
        <h2>{heading}</h2>
        <button type="button" class="secondary" onClick={onClose} aria-label={t('Close the images')}>
          {t('Close')}
        </button>
      </header>
      <LoadState loaded={loaded} waiting={t('Looking for the images…')} retry={retry} />
      {loaded.state === 'loaded' && (
        <>
          <p class="hint" role="status">
            {summary(loaded.value.total, Math.min(most, loaded.value.total), loaded.value.shape !== null)}
          </p>
          <ul tabIndex={0} aria-label={heading}>
            {cellImages(loaded.value).map((image) => (
              <ImageItem key={image.row} image={image} shape={loaded.value.shape} heading={heading} />
            ))}
          </ul>
          {loaded.value.total > most && (
            <button type="button" class="secondary" onClick={() => setMost(most + 2 * IMAGES_PER_PAGE)}>
              {t('Show More')}
            </button>
          )}
        </>
      )}
    </section>
  );
}

interface ImageItemProps {
  readonly image: CellImage;
  readonly shape: readonly [number, number] | null;
  readonly heading: string;
}

function ImageItem({ image: { row, pixels, guesses }, shape, heading }: ImageItemProps) {
  return (
    <li>
      {shape !== null && (
        <GreyImage pixels={pixels} shape={shape} label={t('Image {0}: {1}', row, heading)} />
      )}
      <dl>
        {guesses.map(({ label, probability }) => (
          <div key={label}>
            <dt title={label}>{label}</dt>
            <dd>
              <span class="track">
                <span class="amount" style={{ width: `${(probability ?? 0) * 100}%` }} />
              </span>
              <span>{formatShare(probability, 0)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p class="row-number">{t('Row {0}', formatCount(row))}</p>
    </li>
  );
}

function summary(total: number, shown: number, areImages: boolean): string {
  if (total === 0) return t('None of the rows is in this cell.');
  const count = formatCount(total);
  if (!areImages) return t('{0} rows of this data set, which are no images.', count);
  if (shown < total) return t('The first {0} of {1} images, with what the model thought.', shown, count);
  return total === 1
    ? t('1 image, with what the model thought.')
    : t('{0} images, with what the model thought.', count);
}

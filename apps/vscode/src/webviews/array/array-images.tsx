import { useCallback, useEffect, useMemo, useReducer, useState } from 'preact/hooks';
import { formatCount, formatShort } from '@tenfold/core';

import type { Remote } from '../../protocol/channel.js';
import type { ArrayEntryFacts, arrayContract } from '../../protocol/webviews/array.js';
import { ImageGrid } from '../shared/image-grid.js';
import { Images } from '../shared/image-grid-images.js';
import type { GridHit } from '../shared/image-grid-layout.js';
import { NOTHING, type Selection } from '../shared/image-grid-selection.js';
import { PixelsReadout } from '../shared/pixels-readout.js';
import { t } from '../shared/text.js';
import { useLoad } from '../shared/use-load.js';
import type { ArrayViewProps } from './array-view.js';

/** An array as images, with the values of one of them. */
export function ArrayImages({ host, place, entry, state, onChange }: ArrayViewProps) {
  const images = useImages(host, place, entry);
  const labels = useLabels(host, place, entry);
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const [pointed, setPointed] = useState<GridHit>();
  const active = Math.min(state.row, images.count - 1);
  const labelOf = (image: number): string => (labels === undefined ? '' : String(labels[image]));
  return (
    <div class="viewer-body">
      <ImageGrid
        images={images}
        tile={state.tile}
        onTile={(tile) => onChange({ tile })}
        active={active}
        onActive={(row) => onChange({ row })}
        selection={selection}
        onSelect={setSelection}
        onPoint={setPointed}
        caption={(image) => ({ text: labelOf(image), note: String(image), isWrong: false })}
        describe={(image) =>
          labels === undefined ? t('Image {0}', image) : t('Image {0}, label {1}', image, labelOf(image))
        }
        label={t('Images of {0}', entry.name)}
        version={labels}
      />
      <aside class="details" aria-label={t('The image')}>
        <Magnified host={host} place={place} images={images} image={pointed?.image ?? active} hit={pointed} />
        <dl class="facts">
          <dt>{t('Image')}</dt>
          <dd>{t('{0} of {1}', formatCount(pointed?.image ?? active), formatCount(images.count))}</dd>
          {labels !== undefined && (
            <>
              <dt>{t('Label')}</dt>
              <dd>{labelOf(pointed?.image ?? active)}</dd>
            </>
          )}
        </dl>
      </aside>
    </div>
  );
}

interface MagnifiedProps {
  readonly host: Remote<typeof arrayContract>;
  readonly place: number;
  readonly images: Images;
  readonly image: number;
  readonly hit: GridHit | undefined;
}

function Magnified({ host, place, images, image, hit }: MagnifiedProps) {
  const [, repaint] = useReducer((count: number) => count + 1, 0);
  useEffect(() => images.listen(() => repaint(undefined)), [images]);
  const load = useCallback(
    (signal: AbortSignal) => host.values({ entry: place, image }, { signal }),
    [host, place, image],
  );
  const [values] = useLoad(load);
  const [height, width] = images.shape;
  const valueOf = (pixel: number): string => {
    if (values.state !== 'loaded') return '…';
    const channels = values.value.length / (height * width);
    const own = values.value.subarray(pixel * channels, (pixel + 1) * channels);
    return Array.from(own, (value) => formatShort(value, 4)).join(', ');
  };
  return (
    <PixelsReadout
      pixels={images.get(image)}
      shape={images.shape}
      pointed={hit?.pixel}
      valueOf={valueOf}
      label={t('Image {0}, magnified', image)}
    />
  );
}

function useImages(host: ArrayViewProps['host'], place: number, { images: facts }: ArrayEntryFacts): Images {
  const images = useMemo(
    () =>
      new Images({
        count: facts?.count ?? 0,
        shape: [facts?.height ?? 0, facts?.width ?? 0],
        channels: facts?.channels ?? 1,
        load: (from, count, signal) => host.images({ entry: place, from, count }, { signal }),
      }),
    [host, place, facts],
  );
  useEffect(() => () => images.close(), [images]);
  return images;
}

/** The labels of the images, as soon as they are here. */
function useLabels(
  host: ArrayViewProps['host'],
  place: number,
  { labels: name }: ArrayEntryFacts,
): Float64Array | undefined {
  const load = useCallback(
    async (signal: AbortSignal) => (name === null ? undefined : host.labels({ entry: place }, { signal })),
    [host, place, name],
  );
  const [labels] = useLoad(load);
  return labels.state === 'loaded' ? labels.value : undefined;
}

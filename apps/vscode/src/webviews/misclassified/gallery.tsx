import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';

import { NEIGHBORS } from '../../model/views.js';
import type { Remote } from '../../protocol/channel.js';
import type { misclassifiedContract, Mistakes } from '../../protocol/webviews/misclassified.js';
import { cssColor } from '../shared/color/color.js';
import { useThemeColors } from '../shared/color/use-theme-colors.js';
import { showFailure } from '../shared/failures.js';
import { Images } from '../shared/image-grid-images.js';
import { t } from '../shared/text.js';
import { clamp } from '../shared/virtual-scroll.js';
import { Cards } from './cards.js';
import { Header } from './header.js';
import { Large } from './large.js';
import { ALL_MISTAKES, mistakeAt, shownMistakes } from './mistakes-view.js';
import type { GalleryState } from './state.js';
import { MistakesTable } from './mistakes-table.js';

interface GalleryProps {
  readonly host: Remote<typeof misclassifiedContract>;
  readonly mistakes: Mistakes;
  readonly saved: Partial<GalleryState> | undefined;
  readonly save: (state: GalleryState) => void;
}

const FIRST: GalleryState = { filter: ALL_MISTAKES, isTable: false, row: -1, isLarge: false };

/** The mistakes side by side, or as a table, and one of them large. */
export function Gallery({ host, mistakes, saved, save }: GalleryProps) {
  const [state, setState] = useState<GalleryState>({ ...FIRST, ...saved });
  const change = useCallback(
    (part: Partial<GalleryState>) => setState((before) => ({ ...before, ...part })),
    [],
  );
  useEffect(() => save(state), [state]);
  const places = useMemo(() => shownMistakes(mistakes, state.filter), [mistakes, state.filter]);
  const images = useImages(host, mistakes, places);
  const active = clamp(
    places.findIndex((place) => mistakes.rows[place] === state.row),
    0,
    Math.max(0, places.length - 1),
  );
  const activate = (at: number): void => change({ row: mistakes.rows[places[at]] });
  const open = (at: number): void => change({ row: mistakes.rows[places[at]], isLarge: true });
  const isTable = state.isTable || mistakes.shape === null;
  const of = (at: number) => mistakeAt(mistakes, places[at]);
  const wrong = cssColor(useThemeColors().wrong);
  return (
    <div class="mistakes" style={{ '--wrong': wrong }}>
      <Header host={host} mistakes={mistakes} state={state} shown={places.length} onChange={change} />
      {mistakes.rows.length > 0 && places.length === 0 && (
        <p class="hint" role="status">
          {t('No mistake is like that.')}{' '}
          <button type="button" class="secondary" onClick={() => change({ filter: ALL_MISTAKES })}>
            {t('Show All')}
          </button>
        </p>
      )}
      {places.length > 0 &&
        (isTable ? (
          <MistakesTable count={places.length} of={of} active={active} onActive={activate} onOpen={open} />
        ) : (
          <Cards images={images} of={of} active={active} onActive={activate} onOpen={open} />
        ))}
      {state.isLarge && mistakes.shape !== null && places.length > 0 && (
        <Large
          images={images}
          mistake={of(active)}
          maximum={mistakes.maximum}
          at={active}
          count={places.length}
          onMove={activate}
          onClose={() => change({ isLarge: false })}
          onNeighbors={
            mistakes.views.includes(NEIGHBORS)
              ? () => showFailure(host.showNeighbors({ row: of(active).row }))
              : undefined
          }
        />
      )}
    </div>
  );
}

function useImages(host: GalleryProps['host'], mistakes: Mistakes, places: Uint32Array): Images {
  const images = useMemo(
    () =>
      new Images({
        count: places.length,
        shape: mistakes.shape ?? [0, 0],
        channels: 1,
        load: async (from, count, signal) => {
          const rows = places.slice(from, from + count).map((place) => mistakes.rows[place]);
          return (await host.images({ rows }, { signal })).pixels;
        },
      }),
    [host, mistakes, places],
  );
  useEffect(() => () => images.close(), [images]);
  return images;
}

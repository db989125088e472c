import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { formatCount, formatShare } from '@tenfold/core';

import type { Remote } from '../../protocol/channel.js';
import type { digitsContract } from '../../protocol/webviews/digits.js';
import { cleanLabel } from '../shared/clean-label.js';
import { ImageGrid } from '../shared/image-grid.js';
import { Images } from '../shared/image-grid-images.js';
import type { GridHit } from '../shared/image-grid-layout.js';
import type { Caption } from '../shared/image-grid-paint.js';
import { NOTHING, type Selection } from '../shared/image-grid-selection.js';
import { t } from '../shared/text.js';
import { clamp } from '../shared/virtual-scroll.js';
import { Details } from './details.js';
import { ALL, type Digits, guessOf, labelOf, shownRows } from './digits-view.js';
import { DigitsTable } from './digits-table.js';
import type { DigitsState } from './state.js';
import { Toolbar } from './toolbar.js';
import { useSaved } from './use-saved.js';

interface GalleryProps {
  readonly host: Remote<typeof digitsContract>;
  readonly digits: Digits;
  readonly initial: DigitsState;
  readonly save: (state: DigitsState) => void;
}

/** The images and what there is to do with them. */
export function Gallery({ host, digits, initial, save }: GalleryProps) {
  const [state, setState] = useState(initial);
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const [pointed, setPointed] = useState<GridHit>();
  const rows = useMemo(() => shownRows(digits, state.filter), [digits, state.filter]);
  const images = useImages(host, digits, rows);
  const change = useCallback((part: Partial<DigitsState>) => {
    setState((before) => ({ ...before, ...part }));
    if (part.filter !== undefined) setSelection(NOTHING);
    // A grid that is shown again begins where the focus is then.
    if (part.isTable !== undefined) setState((before) => ({ ...before, above: undefined }));
  }, []);
  const keepPlace = useSaved(state, save);
  const active = clamp(rows.indexOf(state.row), 0, Math.max(0, rows.length - 1));
  const activate = (place: number): void => change({ row: rows[place] });
  const caption = (place: number): Caption => {
    const row = rows[place];
    const guess = guessOf(digits, row);
    const label = labelOf(digits, row);
    const isWrong = guess?.isRight === false;
    return { text: isWrong ? `${label} → ${guess.label}` : label, note: String(row), isWrong };
  };
  const go = (row: number): void => {
    change(rows.includes(row) ? { row } : { row, filter: ALL });
  };
  const hovered = pointed !== undefined && pointed.image < rows.length ? pointed : undefined;
  const isTable = state.isTable || digits.facts.imageShape === null;
  return (
    <>
      <header class="viewer-title">
        <h1>{cleanLabel(digits.facts.name)}</h1>
        <p class="lead" role="status">
          {summary(digits, rows.length)}
        </p>
      </header>
      <Toolbar digits={digits} state={state} onChange={change} onGo={go} />
      {rows.length === 0 ? (
        <p class="hint" role="status">
          {t('No image is like that.')}{' '}
          <button type="button" class="secondary" onClick={() => change({ filter: ALL })}>
            {t('Show All')}
          </button>
        </p>
      ) : (
        <div class="viewer-body">
          {isTable ? (
            <DigitsTable digits={digits} rows={rows} active={active} onActive={activate} />
          ) : (
            <ImageGrid
              images={images}
              tile={state.tile}
              onTile={(tile) => change({ tile })}
              active={active}
              onActive={activate}
              selection={selection}
              onSelect={setSelection}
              onPoint={setPointed}
              caption={caption}
              describe={(place) => describe(digits, rows[place])}
              label={t('Images of {0}', digits.facts.name)}
              above={state.above}
              onScroll={keepPlace}
            />
          )}
          {digits.facts.imageShape !== null && (
            <Details
              host={host}
              digits={digits}
              images={images}
              rows={rows}
              place={hovered?.image ?? active}
              pixel={hovered?.pixel}
              selection={selection.places.size > 0 ? [...selection.places].sort((a, b) => a - b) : [active]}
            />
          )}
        </div>
      )}
    </>
  );
}

function summary({ facts, run }: Digits, shown: number): string {
  const [all, some] = [formatCount(facts.rows), formatCount(shown)];
  const count = shown === facts.rows ? t('{0} images', all) : t('{0} of {1} images', some, all);
  return run === null ? count : t('{0}, with the predictions of {1}', count, cleanLabel(run.name));
}

function useImages(host: GalleryProps['host'], { facts }: Digits, rows: Uint32Array): Images {
  const images = useMemo(
    () =>
      new Images({
        count: rows.length,
        shape: facts.imageShape ?? [0, 0],
        channels: 1,
        load: async (from, count, signal) =>
          (await host.images({ rows: rows.slice(from, from + count) }, { signal })).pixels,
      }),
    [host, facts, rows],
  );
  useEffect(() => () => images.close(), [images]);
  return images;
}

function describe(digits: Digits, row: number): string {
  const label = labelOf(digits, row);
  const guess = guessOf(digits, row);
  if (guess === undefined) return t('Row {0}, label {1}', row, label);
  if (guess.probability === undefined) {
    return guess.isRight
      ? t('Row {0}, label {1}, recognised', row, label)
      : t('Row {0}, label {1}, taken for {2}', row, label, guess.label);
  }
  const share = formatShare(guess.probability, 0);
  return guess.isRight
    ? t('Row {0}, label {1}, recognised, {2} sure', row, label, share)
    : t('Row {0}, label {1}, taken for {2}, {3} sure', row, label, guess.label, share);
}

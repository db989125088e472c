import { useCallback, useEffect, useState } from 'preact/hooks';

import type { Remote } from '../../protocol/channel.js';
import type { ArrayEntryFacts, arrayContract, ArrayFileFacts } from '../../protocol/webviews/array.js';
import { t } from '../shared/text.js';
import { TileSize } from '../shared/tile-size.js';
import { entryText, fileText } from './facts-text.js';
import { ArrayImages } from './array-images.js';
import { ArrayTable } from './array-table.js';
import { type ArrayState, showsImages } from './state.js';

/** What the view of a file needs. */
export interface FileViewProps {
  readonly host: Remote<typeof arrayContract>;
  readonly name: string;
  readonly file: ArrayFileFacts;
  readonly initial: ArrayState;
  readonly save: (state: ArrayState) => void;
}

/** A file's array, and the choice between several. */
export function ArrayFileView({ host, name, file, initial, save }: FileViewProps) {
  const [state, setState] = useState(initial);
  const change = useCallback(
    (part: Partial<ArrayState>) => setState((before) => ({ ...before, ...part })),
    [],
  );
  useEffect(() => save(state), [state]);
  const entry = file.entries[state.entry];
  const asImages = showsImages(entry, state);
  const View = asImages ? ArrayImages : ArrayTable;
  return (
    <>
      <header class="viewer-title">
        <h1>{name}</h1>
        <p class="lead">{fileText(file)}</p>
      </header>
      {file.broken.length > 0 && (
        <ul class="array-broken hint" aria-label={t('What cannot be shown')}>
          {file.broken.map(({ reason }, i) => (
            <li key={i}>{reason}</li>
          ))}
        </ul>
      )}
      <Tools file={file} entry={entry} state={state} asImages={asImages} onChange={change} />
      <View key={state.entry} host={host} place={state.entry} entry={entry} state={state} onChange={change} />
    </>
  );
}

interface ToolsProps {
  readonly file: ArrayFileFacts;
  readonly entry: ArrayEntryFacts;
  readonly state: ArrayState;
  readonly asImages: boolean;
  readonly onChange: (part: Partial<ArrayState>) => void;
}

function Tools({ file, entry, state, asImages, onChange }: ToolsProps) {
  const choose = (place: string): void =>
    onChange({ entry: Number(place), row: 0, column: 0, asImages: undefined });
  return (
    <div class="toolbar" role="group" aria-label={t('What is shown')}>
      {file.entries.length > 1 && (
        <label>
          {t('Array')}
          <select value={String(state.entry)} onChange={(event) => choose(event.currentTarget.value)}>
            {file.entries.map(({ name }, i) => (
              <option key={i} value={String(i)}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <span class="hint">{entryText(entry)}</span>
      {asImages && <TileSize tile={state.tile} onTile={(tile) => onChange({ tile })} />}
      {entry.images !== null && entry.images.count > 0 && (
        <label>
          <input
            type="checkbox"
            checked={!asImages}
            onChange={(event) => onChange({ asImages: !event.currentTarget.checked, row: 0, column: 0 })}
          />
          {t('As a table')}
        </label>
      )}
    </div>
  );
}

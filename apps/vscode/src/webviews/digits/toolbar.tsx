import type { Label } from '../../protocol/values.js';
import { t } from '../shared/text.js';
import { TileSize } from '../shared/tile-size.js';
import type { Digits, DigitsFilter } from './digits-view.js';
import type { DigitsState } from './state.js';

interface ToolbarProps {
  readonly digits: Digits;
  readonly state: DigitsState;
  readonly onChange: (part: Partial<DigitsState>) => void;
  /** Has a row shown by its number. */
  readonly onGo: (row: number) => void;
}

/** What is shown, in which order and how large. */
export function Toolbar({ digits, state, onChange, onGo }: ToolbarProps) {
  const { filter, tile, isTable } = state;
  const change = (part: Partial<DigitsFilter>): void => onChange({ filter: { ...filter, ...part } });
  return (
    <div class="toolbar" role="group" aria-label={t('What is shown')}>
      <Choice
        text={t('Label')}
        value={filter.actual}
        options={[['', t('any')], ...named(digits.facts.classes, digits.labels)]}
        onChange={(actual) => change({ actual })}
      />
      {digits.run !== null && (
        <>
          <Choice
            text={t('Predicted')}
            value={filter.predicted}
            options={[['', t('any')], ...named(digits.run.evaluation.classes, digits.guesses)]}
            onChange={(predicted) => change({ predicted })}
          />
          <Choice
            text={t('Rows')}
            value={filter.outcome === 'any' ? (filter.testedOnly ? 'tested' : 'all') : filter.outcome}
            options={[
              ['all', t('all')],
              ['tested', t('tested')],
              ['right', t('recognised')],
              ['wrong', t('misclassified')],
            ]}
            onChange={(value) =>
              change({
                testedOnly: value !== 'all',
                outcome: value === 'right' || value === 'wrong' ? value : 'any',
              })
            }
          />
          <Choice
            text={t('Order')}
            value={filter.order}
            options={[
              ['row', t('as in the data set')],
              ['least-sure', t('least sure first')],
              ['most-sure', t('most sure first')],
            ]}
            onChange={(order) => change({ order: order as DigitsFilter['order'] })}
          />
        </>
      )}
      <GoTo rows={digits.facts.rows} onGo={onGo} />
      {digits.facts.imageShape !== null && (
        <>
          <TileSize tile={tile} onTile={(next) => onChange({ tile: next })} disabled={isTable} />
          <label>
            <input
              type="checkbox"
              checked={isTable}
              onChange={(event) => onChange({ isTable: event.currentTarget.checked })}
            />
            {t('As a table')}
          </label>
        </>
      )}
    </div>
  );
}

/** Classes as they are, each with how it is shown. */
function named(
  classes: readonly Label[],
  shown: readonly string[],
): (readonly [value: string, text: string])[] {
  return classes.map((label, i) => [String(label), shown[i]] as const);
}

interface ChoiceProps {
  readonly text: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChange: (value: string) => void;
}

/** One choice of several. */
export function Choice({ text, value, options, onChange }: ChoiceProps) {
  return (
    <label>
      {text}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function GoTo({ rows, onGo }: { readonly rows: number; readonly onGo: (row: number) => void }) {
  return (
    <form
      class="go"
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get('row');
        const row = Number(text);
        if (typeof text === 'string' && text !== '' && Number.isInteger(row) && row >= 0 && row < rows)
          onGo(row);
      }}
    >
      <label>
        {t('Go to')}
        <input name="row" type="number" min={0} max={rows - 1} placeholder={t('row')} />
      </label>
    </form>
  );
}

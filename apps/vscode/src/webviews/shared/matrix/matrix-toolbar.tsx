import type { ComponentChildren } from 'preact';

import type { MatrixStyle } from './cell-colors.js';
import type { Normalization } from './matrix-data.js';
import { t } from '../text.js';

/** How the matrix is shown. */
export interface View {
  readonly style: MatrixStyle;
  readonly normalization: Normalization;
  readonly isTable: boolean;
}

interface MatrixToolbarProps {
  readonly view: View;
  readonly onChange: (change: Partial<View>) => void;
  /** What stands at its end. */
  readonly children?: ComponentChildren;
}

/** Chooses how the matrix is shown. */
export function MatrixToolbar({ view, onChange, children }: MatrixToolbarProps) {
  return (
    <div class="toolbar">
      <Choice
        label={t('Cells')}
        value={view.normalization}
        options={[
          ['counts', t('Counts')],
          ['actual', t('Share of actual')],
          ['predicted', t('Share of predicted')],
        ]}
        onChange={(normalization) => onChange({ normalization })}
      />
      <Choice
        label={t('Style')}
        value={view.style}
        options={[
          ['theme', t('Theme')],
          ['seaborn', 'seaborn'],
          ['matplotlib', 'matplotlib'],
        ]}
        onChange={(style) => onChange({ style })}
      />
      <label>
        <input
          type="checkbox"
          checked={view.isTable}
          onChange={(event) => onChange({ isTable: event.currentTarget.checked })}
        />
        {t('As a table')}
      </label>
      {children}
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, text: string])[];
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value as T)}>
        {options.map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

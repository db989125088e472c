import { t } from './text.js';

/** What `ButtonChoice` shows. */
export interface ButtonChoiceProps<T> {
  /** What is chosen, for screen readers. */
  readonly label: string;
  /** What can be chosen, with the text of its button. */
  readonly options: readonly (readonly [value: T, text: string])[];
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
}

/** Buttons of which one is pressed. */
export function ButtonChoice<T>({ label, options, chosen, onChoose }: ButtonChoiceProps<T>) {
  return (
    <div class="button-group" role="group" aria-label={label}>
      {options.map(([value, text]) => (
        <button
          key={text}
          type="button"
          class="secondary"
          aria-pressed={value === chosen}
          onClick={() => onChoose(value)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}

/** Whether something is shown as pictures or as a table. */
export function FormChoice(props: {
  readonly isTable: boolean;
  readonly onChange: (isTable: boolean) => void;
}) {
  const options = [[false, t('Pictures')] as const, [true, t('Table')] as const];
  return (
    <ButtonChoice label={t('Form')} options={options} chosen={props.isTable} onChoose={props.onChange} />
  );
}

import { t } from './text.js';

/** Says in which units figures are that transformers stand before; nothing where there are none. */
export function PreparedNote({ transformers }: { readonly transformers: readonly string[] }) {
  if (transformers.length === 0) return null;
  return (
    <p class="hint" role="note">
      {t('In the units that {0} gives, not in those of the data.', transformers.join(', '))}
    </p>
  );
}

import { t } from './text.js';

/** What went wrong, in a sentence, with a button that tries it again. */
export function Problem({ message, retry }: { readonly message: string; readonly retry: () => void }) {
  return (
    <div class="problem" role="alert">
      <p>{message}</p>
      <button type="button" class="secondary" onClick={retry}>
        {t('Try Again')}
      </button>
    </div>
  );
}

import { errorMessage } from '@tenfold/core';
import { useEffect, useState } from 'preact/hooks';

import { type Failures, pageFailures } from './failures.js';
import { Problem } from './problem.js';
import { t } from './text.js';

/** Above each page: why the last thing that was asked of the host failed, until it is dismissed or something else is asked. */
export function PageError({ failures = pageFailures }: { readonly failures?: Failures }) {
  const [error, setError] = useState<unknown>();
  useEffect(() => failures.listen(setError), [failures]);
  if (error === undefined) return null;
  return (
    <div class="page-error">
      <Problem message={errorMessage(error)}>
        <button type="button" class="secondary" onClick={() => failures.dismiss()}>
          {t('Dismiss')}
        </button>
      </Problem>
    </div>
  );
}
